import LocalServiceKit

extension KeySchema {
    /// Where a whole item is stored; throws where its key attributes are missing or unfit.
    func place(ofItem item: Item) throws(ServiceError) -> ItemKey {
        for attribute in attributes {
            guard let value = item[attribute.name] else {
                throw .invalidParameter("Missing the key \(attribute.name) in the item")
            }
            guard value.kind == attribute.kind else {
                throw .invalidParameter(
                    "Type mismatch for key \(attribute.name) expected: \(attribute.kind.rawValue) "
                        + "actual: \(value.kind.rawValue)"
                )
            }
        }
        return try place(ofFitting: item)
    }

    /// Where the item of that key is stored; throws where the key has other attributes than the schema, or unfit ones.
    func place(ofKey key: Item) throws(ServiceError) -> ItemKey {
        guard key.count == attributes.count else { throw .keyMismatch }
        for attribute in attributes where key[attribute.name]?.kind != attribute.kind { throw .keyMismatch }
        return try place(ofFitting: key)
    }

    /// The place by attributes whose kinds are those of the schema.
    private func place(ofFitting item: Item) throws(ServiceError) -> ItemKey {
        let hashBytes = try bytes(of: hash, in: item)
        guard hashBytes.count <= 2048 || hash.kind == .number else {
            throw .invalidParameter("Size of hashkey has exceeded the maximum size limit of2048 bytes")
        }
        guard let sort else { return ItemKey(hash: hashBytes, sort: []) }
        let sortBytes = try bytes(of: sort, in: item)
        guard sortBytes.count <= 1024 || sort.kind == .number else {
            throw .invalidParameter(
                "Aggregated size of all range keys has exceeded the size limit of 1024 bytes"
            )
        }
        return ItemKey(hash: hashBytes, sort: sortBytes)
    }

    private func bytes(of attribute: KeyAttribute, in item: Item) throws(ServiceError) -> [UInt8] {
        guard let bytes = item[attribute.name]?.keyBytes else { throw .keyMismatch }
        guard bytes.isEmpty else { return bytes }
        let kind = attribute.kind == .binary ? "binary" : "string"
        throw .validation(
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain "
                + "an empty \(kind) value. Key: \(attribute.name)"
        )
    }
}

extension AttributeValue {
    /// Bytes whose order is that of the values of one kind; nil for kinds that cannot be keys.
    var keyBytes: [UInt8]? {
        switch self {
        case .string(let text): Array(text.utf8)
        case .number(let number): number.sortableBytes
        case .binary(let bytes): bytes
        default: nil
        }
    }
}
