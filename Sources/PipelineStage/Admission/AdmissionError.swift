/// Why it could not be found out what a message means.
enum AdmissionError: Error {
    /// Nothing can be made of the message.
    case unreadable(UnreadableMessage)
    /// The table did not answer, or the record changed meanwhile.
    case store(RecordStoreError)
    /// The record is not yet where the message says it is.
    case premature(detail: String)
}
