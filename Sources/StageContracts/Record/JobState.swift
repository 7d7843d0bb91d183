/// A status in few words, for services that follow jobs and need to know no more.
package enum JobState: String, Codable, CaseIterable, Sendable {
    case pending
    case processing
    case done
    case error
    case cancelled
}

extension Status {
    /// The same in few words.
    var state: JobState {
        switch self {
        case .pending: .pending
        case .preprocessing, .preprocessed, .processing: .processing
        case .processed: .done
        case .failed: .error
        case .cancelled: .cancelled
        }
    }
}
