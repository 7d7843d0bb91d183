/// Where a request stands.
package enum Status: String, Codable, CaseIterable, Sendable {
    case pending
    case preprocessing
    case preprocessed
    case processing
    case processed
    case failed
    case cancelled
}

extension Status {
    /// The statuses that may follow this one; none after the end.
    package var successors: Set<Status> {
        switch self {
        case .pending: [.preprocessing, .failed, .cancelled]
        case .preprocessing: [.preprocessed, .failed, .cancelled]
        case .preprocessed: [.processing, .failed, .cancelled]
        case .processing: [.processed, .failed, .cancelled]
        case .processed, .failed, .cancelled: []
        }
    }

    /// Whether a request of that status can come to this one, at once or later.
    package func canFollow(_ earlier: Status) -> Bool {
        earlier.successors.contains { $0 == self || canFollow($0) }
    }

    /// Whether the request has ended.
    package var isTerminal: Bool { successors.isEmpty }
}
