/// A message or record that does not have the shape this program writes.
package struct WireError: Error, Equatable, Sendable {
    /// The type that was expected.
    package let typeName: String
    /// What did not fit, for the log.
    package let detail: String
}
