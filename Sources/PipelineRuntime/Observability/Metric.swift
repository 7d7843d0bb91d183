/// One measured value.
package struct Metric: Sendable, Hashable {
    /// The metric's name, unique within its line.
    package let name: String
    /// The value; one that is not finite is not written.
    package let value: Double
    /// What it counts.
    package let unit: MetricUnit
    /// What is measured, in words for those who read the metrics of a process; its name unless given.
    package let meaning: String

    /// Makes a measured value.
    package init(_ name: String, _ value: Double, _ unit: MetricUnit, meaning: String? = nil) {
        self.name = name
        self.value = value
        self.unit = unit
        self.meaning = meaning ?? name
    }

    /// Makes a measured length of time.
    package init(_ name: String, _ duration: Duration, meaning: String? = nil) {
        self.init(name, duration / .milliseconds(1), .milliseconds, meaning: meaning)
    }
}
