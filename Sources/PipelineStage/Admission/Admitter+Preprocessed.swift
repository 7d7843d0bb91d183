import StageContracts

extension Admitter {
    /// The file processor's message: a request whose original is normalised.
    func admitPreprocessed(_ message: IncomingMessage) throws(AdmissionError) -> Admission {
        guard let message = StageMessage(message), message.kind == .preprocessed else {
            throw .unreadable(UnreadableMessage(detail: "the body is no message of the preprocessor"))
        }
        let stored = try record(of: message.requestId)
        switch stored.record.status {
        case .pending, .preprocessing:
            throw .premature(detail: "the request is \(stored.record.status.rawValue)")
        case .preprocessed, .processing: return try claim(stored)
        case .processed, .failed, .cancelled: return .settled(stored)
        }
    }
}
