import LocalServiceKit

/// The outcome of a batch.
struct BatchOutput<Success: Codable & Sendable>: Codable, Sendable {
    var successful: [Success]?
    var failed: [BatchFailure]?

    /// Does `work` for every entry of the action's batch; one that fails does not keep the others from their success.
    init<Entry: BatchEntry>(
        of action: String,
        _ entries: [Entry],
        _ work: (Entry) throws(ServiceError) -> Success
    ) throws(ServiceError) {
        try Self.check(entries.map(\.id), action)
        var successes: [Success] = []
        var failures: [BatchFailure] = []
        for entry in entries {
            do throws(ServiceError) {
                successes.append(try work(entry))
            } catch {
                guard error.fault == .sender else { throw error }
                failures.append(BatchFailure(entry.id, error))
            }
        }
        successful = successes.isEmpty ? nil : successes
        failed = failures.isEmpty ? nil : failures
    }

    private static func check(_ ids: [String], _ action: String) throws(ServiceError) {
        guard !ids.isEmpty else {
            throw .batch(
                "EmptyBatchRequest",
                "There should be at least one \(action)RequestEntry in the request."
            )
        }
        guard ids.count <= 10 else {
            throw .batch(
                "TooManyEntriesInBatchRequest",
                "Maximum number of entries per request are 10. You have sent \(ids.count)."
            )
        }
        guard ids.allSatisfy({ (1...80).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isNameCharacter) })
        else {
            throw .batch(
                "InvalidBatchEntryId",
                "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
                    + "It can be at most 80 letters long."
            )
        }
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted {
            throw .batch("BatchEntryIdsNotDistinct", "Id \(id) repeated.")
        }
    }
}
