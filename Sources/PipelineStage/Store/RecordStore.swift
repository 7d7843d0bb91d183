import PipelineRuntime
import StageContracts

/// The table of records; every change is a write that names the status and version it expects.
///
/// A write whose answer was lost may have happened. When its repetition meets the very item it would have written, it
/// has succeeded: owner, version and document together are those of no other write.
struct RecordStore {
    let client: DynamoDBClient
    let table: String
    let retentionDays: Int

    /// Reads a record, seeing every write that was acknowledged; nil if there is none.
    func load(_ id: RequestID) throws(RecordStoreError) -> StoredRecord? {
        let item: [String: AttributeValue]?
        do {
            item = try client.getItem(Self.key(id), from: table)
        } catch {
            throw .unavailable(error)
        }
        guard let item else { return nil }
        return try StoredRecord(item: item)
    }

    /// Writes the first version of a record.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - request: What the caller asks for.
    ///   - lease: Who holds it.
    ///   - isCancelRequested: Whether it is known that the request was cancelled before it came.
    /// - Returns: What is stored.
    /// - Throws: ``RecordStoreError/conflict(_:)`` with the record that is there already, ``RecordStoreError/cancelled(_:)``.
    func create(
        _ record: Record,
        of request: IncomingRequest,
        lease: Lease,
        isCancelRequested: Bool = false
    ) throws(RecordStoreError) -> StoredRecord {
        var first = StoredRecord(record: record, requestText: request.text, version: 1, lease: lease)
        first.submission = request.submission
        let condition = isCancelRequested ? Self.hasNoRecord : Self.isAbsent
        do {
            try client.putItem(first.item(expiresAfterDays: retentionDays), into: table, if: condition)
            return first
        } catch {
            return try recognise(first, error)
        }
    }

    /// Writes the next version of a record.
    ///
    /// A request that its caller took back can only be cancelled.
    ///
    /// - Throws: ``RecordStoreError/conflict(_:)`` if it is not in the state that `stored` says.
    func replace(
        _ stored: StoredRecord,
        with record: Record,
        lease: Lease
    ) throws(RecordStoreError) -> StoredRecord {
        var next = StoredRecord(
            record: record,
            requestText: stored.requestText,
            version: stored.version + 1,
            lease: lease
        )
        next.cancelRequestedAt = stored.cancelRequestedAt
        next.submission = stored.submission
        let condition = record.status == .cancelled ? stored.isUnchangedByStages : stored.isUnchanged
        do {
            try client.updateItem(Self.key(record.requestId), in: table, next.change, if: condition)
            return next
        } catch {
            return try recognise(next, error)
        }
    }

    /// Notes that a record is the answer to a request which did not make it, so that its caller finds it.
    func answer(_ request: IncomingRequest, with stored: StoredRecord) throws(RecordStoreError) {
        let isOwn = stored.record.requestId == request.id && stored.submission == request.submission
        guard let submission = request.submission, !isOwn else { return }
        let item = stored.answer(to: submission, under: request.id, expiresAfterDays: retentionDays)
        do {
            try client.putItem(item, into: table)
        } catch {
            throw .unavailable(error)
        }
    }

    private func recognise(_ wanted: StoredRecord, _ error: AWSError) throws(RecordStoreError) -> StoredRecord
    {
        guard case .conditionFailed(let item) = error.kind else { throw .unavailable(error) }
        // An implementation that does not send the item along is asked for it.
        let found: StoredRecord? =
            if let item { try StoredRecord(item: item) } else { try load(wanted.record.requestId) }
        guard let found, found.isSameWrite(as: wanted) else { throw .conflict(found) }
        return found
    }

    private static let isAbsent = ItemExpression(
        "attribute_not_exists(#requestId)",
        names: ["#requestId": StoredRecord.Attribute.requestId.rawValue]
    )

    private static let hasNoRecord = ItemExpression(
        "attribute_not_exists(#version)",
        names: ["#version": StoredRecord.Attribute.version.rawValue]
    )

    private static func key(_ id: RequestID) -> [String: AttributeValue] {
        [StoredRecord.Attribute.requestId.rawValue: .string(id.text)]
    }
}
