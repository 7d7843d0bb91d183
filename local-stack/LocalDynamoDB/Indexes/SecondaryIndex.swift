import LocalServiceKit

/// Another key by which the items of a table can be found; items without its attributes are not in it.
struct SecondaryIndex: Codable, Sendable {
    /// Its name.
    let name: String
    /// Whether its partition key is its own; a local index shares the table's.
    let isGlobal: Bool
    /// Its key.
    let keys: KeySchema
    /// The attributes that it holds besides the keys; nil for all of the item's.
    let otherAttributes: [String]?

    /// The attributes that the index holds; nil for all.
    func attributes(in table: Table) -> Set<String>? {
        otherAttributes.map { others in
            Set(others + keys.attributes.map(\.name) + table.keys.attributes.map(\.name))
        }
    }

    /// Where an item lies in the index; nil where it is not in it.
    ///
    /// Throws for values that the index cannot hold.
    func place(of item: Item) throws(ServiceError) -> ItemKey? {
        var parts: [[UInt8]] = []
        for attribute in keys.attributes {
            guard let value = item[attribute.name] else { return nil }
            guard value.kind == attribute.kind else {
                throw .invalidParameter(
                    "Type mismatch for Index Key \(attribute.name) Expected: \(attribute.kind.rawValue) "
                        + "Actual: \(value.kind.rawValue) IndexName: \(name)"
                )
            }
            guard let bytes = value.keyBytes, !bytes.isEmpty else { throw emptyKey(attribute) }
            parts.append(bytes)
        }
        return ItemKey(hash: parts[0], sort: parts.count > 1 ? parts[1] : [])
    }

    private func emptyKey(_ attribute: KeyAttribute) -> ServiceError {
        .validation(
            "One or more parameter values are not valid. A value specified for a secondary index key is not "
                + "supported. The AttributeValue for a key attribute cannot contain an empty "
                + "\(attribute.kind == .binary ? "binary" : "string") value. "
                + "IndexName: \(name), IndexKey: \(attribute.name)"
        )
    }
}
