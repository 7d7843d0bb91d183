/// What a function's answer means for the messages of a batch, by the rules of an SQS event source mapping with
/// `ReportBatchItemFailures`.
///
/// Complete success: an empty or null list, `{}`, `null`. Complete failure: no valid JSON, an entry without
/// `itemIdentifier`, one that is null, empty, no text or not of the batch ("Handling errors for an SQS event source").
package enum BatchVerdict: Sendable, Hashable {
    /// The messages with these ids failed, the others succeeded.
    case failed(Set<String>)
    /// No message may be deleted; `reason` says why, for the log line.
    case allFailed(reason: String)

    /// Judges `answer`, which a function gave for a batch of `messageIDs`.
    package init(answer: [UInt8], messageIDs: Set<String>) {
        do {
            let failures = try EventDecoder.decode(Answer?.self, from: answer)?.batchItemFailures ?? []
            self = Self.judge(failures.map(\.itemIdentifier), messageIDs)
        } catch {
            self = .allFailed(reason: "the answer is no batch response: \(error)")
        }
    }

    private static func judge(_ failed: [String], _ messageIDs: Set<String>) -> BatchVerdict {
        guard let unknown = failed.first(where: { !messageIDs.contains($0) }) else {
            return .failed(Set(failed))
        }
        return .allFailed(reason: "the answer names a message that is not of the batch: \"\(unknown)\"")
    }

    private struct Answer: Decodable {
        let batchItemFailures: [Failure]?
    }

    private struct Failure: Decodable {
        let itemIdentifier: String
    }
}
