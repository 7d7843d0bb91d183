import PipelineRuntime
import StageContracts

extension StoredRecord {
    /// The names of an item's attributes in the table.
    enum Attribute: String, CaseIterable {
        case requestId
        case status
        case document
        case request
        case version
        case claimOwner
        case claimUntil
        case expiresAt
        case submission
        /// Set by the API alone, also where there is no record yet.
        case cancelRequestedAt
    }

    /// The attributes that a write may change.
    var changingAttributes: [Attribute: AttributeValue] {
        [
            .status: .string(record.status.rawValue),
            .document: .string(record.encodedText),
            .version: .number(String(version)),
            .claimOwner: .string(lease.owner.text),
            .claimUntil: .number(String(lease.until.milliseconds)),
        ]
    }

    /// The whole item.
    func item(expiresAfterDays days: Int) -> [String: AttributeValue] {
        var attributes = changingAttributes
        attributes[.requestId] = .string(record.requestId.text)
        attributes[.request] = .string(requestText)
        attributes[.submission] = submission.map { .string($0.text) }
        attributes[.expiresAt] = expiry(afterDays: days)
        return Self.item(attributes)
    }

    /// The item that answers a posting which did not make this record: what stands here, where another request has the
    /// id that was asked for, else that the request is the one of that id.
    func answer(
        to submission: Submission,
        under id: RequestID,
        expiresAfterDays days: Int
    ) -> [String: AttributeValue] {
        var attributes: [Attribute: AttributeValue] = [
            .requestId: .string(submission.key), .expiresAt: expiry(afterDays: days),
        ]
        if record.requestId != id { attributes[.document] = .string(record.encodedText) }
        return Self.item(attributes)
    }

    private func expiry(afterDays days: Int) -> AttributeValue {
        .number(String(record.createdAt.milliseconds / 1000 + days * 86_400))
    }

    private static func item(_ attributes: [Attribute: AttributeValue]) -> [String: AttributeValue] {
        Dictionary(uniqueKeysWithValues: attributes.map { ($0.key.rawValue, $0.value) })
    }

    /// Reads an item.
    ///
    /// - Throws: ``RecordStoreError/cancelled(_:)`` for one that holds nothing but that; ``RecordStoreError/unreadable(_:)``
    ///   for one that this program did not write.
    init(item: [String: AttributeValue]) throws(RecordStoreError) {
        cancelRequestedAt = try Self.cancelRequest(item)
        if let cancelRequestedAt, item[Attribute.version.rawValue] == nil {
            throw .cancelled(cancelRequestedAt)
        }
        record = try Self.record(try Self.text(.document, item))
        requestText = try Self.text(.request, item)
        version = try Self.number(.version, item)
        let until = try Self.number(.claimUntil, item)
        guard let owner = Lease.Owner(text: try Self.text(.claimOwner, item)) else {
            throw .unreadable("\(Attribute.claimOwner.rawValue) names no delivery")
        }
        lease = Lease(owner: owner, until: Timestamp(milliseconds: until))
        if item[Attribute.submission.rawValue] != nil {
            submission = Submission(try Self.text(.submission, item))
        }
    }

    private static func cancelRequest(
        _ item: [String: AttributeValue]
    ) throws(RecordStoreError) -> Timestamp? {
        guard item[Attribute.cancelRequestedAt.rawValue] != nil else { return nil }
        return Timestamp(milliseconds: try number(.cancelRequestedAt, item))
    }

    private static func record(_ text: String) throws(RecordStoreError) -> Record {
        do {
            return try Record(decodingJSON: Array(text.utf8))
        } catch {
            throw .unreadable(error.detail)
        }
    }

    private static func text(
        _ attribute: Attribute,
        _ item: [String: AttributeValue]
    ) throws(RecordStoreError) -> String {
        guard case .string(let text)? = item[attribute.rawValue] else {
            throw .unreadable("\(attribute.rawValue) is no string")
        }
        return text
    }

    private static func number(
        _ attribute: Attribute,
        _ item: [String: AttributeValue]
    ) throws(RecordStoreError) -> Int {
        guard case .number(let text)? = item[attribute.rawValue], let number = Int(text) else {
            throw .unreadable("\(attribute.rawValue) is no whole number")
        }
        return number
    }
}
