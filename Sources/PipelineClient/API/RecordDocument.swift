package import StageContracts

/// A request's record, and the document that it was read from.
package struct RecordDocument: Equatable, Sendable {
    /// The record.
    package let record: Record
    /// The document as the API sent it, members that this program does not know included.
    package let json: JSONValue
}
