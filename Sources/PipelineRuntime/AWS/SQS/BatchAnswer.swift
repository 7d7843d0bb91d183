/// What became of the entries of a batch.
struct BatchAnswer: Decodable, Sendable {
    private struct Failure: Decodable {
        let id: String
        let code: String
        let message: String?
        let isSenderFault: Bool

        enum CodingKeys: String, CodingKey {
            case id = "Id"
            case code = "Code"
            case message = "Message"
            case isSenderFault = "SenderFault"
        }
    }

    private let failed: [Failure]?

    private enum CodingKeys: String, CodingKey {
        case failed = "Failed"
    }

    /// The entries that failed, found again by their places.
    func failures(of receiptHandles: [String]) -> [SQSBatchFailure] {
        (failed ?? []).compactMap { failure in
            guard let index = Int(failure.id), receiptHandles.indices.contains(index) else { return nil }
            return SQSBatchFailure(
                receiptHandle: receiptHandles[index],
                code: failure.code,
                message: failure.message ?? "",
                isSenderFault: failure.isSenderFault
            )
        }
    }
}
