/// What a metric counts; the names are CloudWatch's.
package enum MetricUnit: String, Sendable, Hashable {
    /// A number of things.
    case count = "Count"
    /// A length of time.
    case milliseconds = "Milliseconds"
    /// An amount of data.
    case bytes = "Bytes"
    /// A share of a hundred.
    case percent = "Percent"
    /// A bare number.
    case none = "None"
}
