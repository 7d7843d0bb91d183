/// One tag of a resource, as most services list them.
package struct ResourceTag: Codable, Sendable {
    var key: String
    var value: String
}

/// Two tags of one request have the same key.
package struct DuplicateTag: Error {
    let key: String
}

extension [ResourceTag] {
    /// The values by their keys; throws where a key is there twice.
    package func byKey() throws(DuplicateTag) -> [String: String] {
        var values: [String: String] = [:]
        for tag in self where values.updateValue(tag.value, forKey: tag.key) != nil {
            throw DuplicateTag(key: tag.key)
        }
        return values
    }

    /// The values by their keys; where a key is there twice, the last one counts.
    package var lastByKey: [String: String] { Dictionary(map { ($0.key, $0.value) }) { $1 } }
}

extension [String: String] {
    /// The values as tags, in the order of their keys.
    package var resourceTags: [ResourceTag] {
        sorted { $0.key < $1.key }.map { ResourceTag(key: $0.key, value: $0.value) }
    }
}
