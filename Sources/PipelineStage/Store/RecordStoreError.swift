import PipelineRuntime
import StageContracts

/// Why the table did not take or give a record.
enum RecordStoreError: Error {
    /// The record is not in the state the write expected; with the state it is in, if it exists.
    case conflict(StoredRecord?)
    /// There is no record, and whoever would send the request has taken it back at that moment.
    case cancelled(Timestamp)
    /// The table did not answer as it should.
    case unavailable(AWSError)
    /// The item is none that this program wrote.
    case unreadable(String)

    /// What happened, for the log.
    var detail: String {
        switch self {
        case .conflict(let stored):
            "the record changed meanwhile: \(stored?.record.status.rawValue ?? "absent")"
        case .cancelled(let moment): "the request was cancelled before it came, at \(moment.text)"
        case .unavailable(let error): "\(error)"
        case .unreadable(let detail): "the record cannot be read: \(detail)"
        }
    }
}
