import LocalServiceKit

/// The one or two attributes by which the items of a table are found and ordered.
struct KeySchema: Codable, Sendable, Hashable {
    /// The partition key.
    let hash: KeyAttribute
    /// The sort key, by which the items of one partition are ordered.
    let sort: KeyAttribute?

    /// Both attributes, the partition key first.
    var attributes: [KeyAttribute] { [hash] + (sort.map { [$0] } ?? []) }

    /// The part of an item that is its key.
    func key(in item: Item) -> Item {
        var key: Item = [:]
        for attribute in attributes { key[attribute.name] = item[attribute.name] }
        return key
    }

    /// Throws where an expression looks into a key attribute, whose value is always a scalar.
    func requireScalars(_ nestedAttributes: Set<String>?) throws(ServiceError) {
        for attribute in attributes where nestedAttributes?.contains(attribute.name) == true {
            throw .validation(
                "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "
                    + "Key: \(attribute.name)"
            )
        }
    }
}
