import FoundationEssentials

/// What a function's answer says about the messages of its batch.
enum BatchVerdict: Hashable {
    /// All messages are done.
    case success
    /// All messages come again.
    case failure
    /// Those with these ids come again, the others are done.
    case partial(failedIDs: Set<String>)

    /// Reads the answer of a function whose mapping has `ReportBatchItemFailures`.
    ///
    /// AWS, "Using Lambda with Amazon SQS", success and failure conditions: an empty or null list, an empty or null answer
    /// are a success; what is no JSON, an id that is null, empty, missing or not of this batch fails the whole batch.
    init(response: [UInt8], batchIDs: Set<String>) {
        guard let list = Self.identifiers(response) else {
            self = .failure
            return
        }
        if list.isEmpty {
            self = .success
        } else if list.isSubset(of: batchIDs) {
            self = .partial(failedIDs: list)
        } else {
            self = .failure
        }
    }

    /// The ids that the answer names; nil where it cannot be read.
    private static func identifiers(_ response: [UInt8]) -> Set<String>? {
        if response.isEmpty { return [] }
        // `try?` would not tell null, which is a success, from what cannot be read.
        let decoded = Result { try JSONDecoder().decode(Answer?.self, from: Data(response)) }
        guard case .success(let answer) = decoded else { return nil }
        let items = answer?.batchItemFailures ?? []
        let identifiers = items.compactMap(\.itemIdentifier)
        return identifiers.count == items.count ? Set(identifiers) : nil
    }

    private struct Answer: Decodable {
        let batchItemFailures: [Item]?
    }

    private struct Item: Decodable {
        let itemIdentifier: String?
    }
}
