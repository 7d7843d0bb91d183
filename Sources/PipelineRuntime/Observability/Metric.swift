/// One measured value.
package struct Metric: Sendable, Hashable {
    /// The metric's name, unique within its line.
    package let name: String
    /// The value; one that is not finite is not written.
    package let value: Double
    /// What it counts.
    package let unit: MetricUnit

    /// Makes a measured value.
    package init(_ name: String, _ value: Double, _ unit: MetricUnit) {
        self.name = name
        self.value = value
        self.unit = unit
    }

    /// Makes a measured length of time.
    package init(_ name: String, _ duration: Duration) {
        self.init(name, duration / .milliseconds(1), .milliseconds)
    }
}
