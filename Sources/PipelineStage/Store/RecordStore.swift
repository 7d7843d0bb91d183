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
    /// - Throws: ``RecordStoreError/conflict(_:)`` with the record that is there already.
    func create(_ record: Record, requestText: String, lease: Lease) throws(RecordStoreError) -> StoredRecord
    {
        let first = StoredRecord(record: record, requestText: requestText, version: 1, lease: lease)
        do {
            try client.putItem(first.item(expiresAfterDays: retentionDays), into: table, if: Self.isAbsent)
            return first
        } catch {
            return try recognise(first, error)
        }
    }

    /// Writes the next version of a record.
    ///
    /// - Throws: ``RecordStoreError/conflict(_:)`` if it is not in the state that `stored` says.
    func replace(
        _ stored: StoredRecord,
        with record: Record,
        lease: Lease
    ) throws(RecordStoreError) -> StoredRecord {
        let next = StoredRecord(
            record: record,
            requestText: stored.requestText,
            version: stored.version + 1,
            lease: lease
        )
        do {
            try client.updateItem(Self.key(record.requestId), in: table, next.change, if: stored.isUnchanged)
            return next
        } catch {
            return try recognise(next, error)
        }
    }

    private func recognise(_ wanted: StoredRecord, _ error: AWSError) throws(RecordStoreError) -> StoredRecord
    {
        guard case .conditionFailed(let item) = error.kind else { throw .unavailable(error) }
        // An implementation that does not send the item along is asked for it.
        let found: StoredRecord? =
            if let item { try StoredRecord(item: item) } else { try load(wanted.record.requestId) }
        guard found == wanted else { throw .conflict(found) }
        return wanted
    }

    private static let isAbsent = ItemCondition(
        "attribute_not_exists(#requestId)",
        names: ["#requestId": StoredRecord.Attribute.requestId.rawValue]
    )

    private static func key(_ id: RequestID) -> [String: AttributeValue] {
        [StoredRecord.Attribute.requestId.rawValue: .string(id.text)]
    }
}
