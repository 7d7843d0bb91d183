/// A change of status that the status machine does not know.
package struct IllegalTransition: Error, Equatable, Sendable {
    /// The status the record has.
    package let from: Status
    /// The status it was to get.
    package let to: Status
}
