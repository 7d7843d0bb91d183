/// The kinds of events about a request.
package enum EventKind: String, Codable, CaseIterable, Sendable {
    case started
    case progress
    case completed
    case failed
    case refused
    case cancelled

    /// The event's type in CloudEvents.
    package var type: String { "distributed-image-processor.request.\(rawValue)" }

    /// The event that a record's present state is told by.
    package init(of record: Record) {
        self =
            switch record.status {
            case .pending, .preprocessing: record.progress == 0 ? .started : .progress
            case .preprocessed, .processing: .progress
            case .processed: .completed
            case .failed: record.failure?.code == .requestIDTaken ? .refused : .failed
            case .cancelled: .cancelled
            }
    }
}
