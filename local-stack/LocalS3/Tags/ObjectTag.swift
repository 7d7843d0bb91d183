import LocalHTTP
import LocalServiceKit

/// A tag of an object or a bucket.
struct ObjectTag: Sendable, Hashable, Codable {
    let key: String
    let value: String

    /// AWS, "Object tagging" and "Using cost allocation S3 bucket tags".
    static let maximumOfObject = 10
    static let maximumOfBucket = 50
    private static let maximumKeyLength = 128
    private static let maximumValueLength = 256

    /// The tags of a `Tagging` document.
    static func list(_ root: XMLTree, maximum: Int) throws(ServiceError) -> [ObjectTag] {
        guard root.name == "Tagging", let set = root["TagSet"] else { throw .malformedXML }
        var tags: [ObjectTag] = []
        for element in set.children {
            guard element.name == "Tag", let key = element["Key"], let value = element["Value"] else {
                throw .malformedXML
            }
            tags.append(ObjectTag(key: key.text, value: value.text))
        }
        try check(tags, maximum: maximum)
        return tags
    }

    /// The tags of an `x-amz-tagging` header, which is written like a form.
    static func list(header: String) throws(ServiceError) -> [ObjectTag] {
        guard let items = QueryItem.parseForm(Array(header.utf8)) else {
            throw .invalidArgument(
                "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag "
                    + "name duplicates.",
                name: "x-amz-tagging",
                value: header
            )
        }
        let tags = items.map { ObjectTag(key: $0.name, value: $0.value ?? "") }
        try check(tags, maximum: maximumOfObject)
        return tags
    }

    /// The document that lists them.
    static func document(_ tags: [ObjectTag]) -> XMLTree {
        let elements = tags.map { XMLTree("Tag", [XMLTree("Key", $0.key), XMLTree("Value", $0.value)]) }
        return XMLTree(document: "Tagging", [XMLTree("TagSet", elements)])
    }

    private static func check(_ tags: [ObjectTag], maximum: Int) throws(ServiceError) {
        guard tags.count <= maximum else {
            throw ServiceError("BadRequest", "Object tags cannot be greater than \(maximum)")
        }
        guard Set(tags.map(\.key)).count == tags.count else {
            throw ServiceError("InvalidTag", "Cannot provide multiple Tags with the same key")
        }
        for tag in tags {
            guard (1...maximumKeyLength).contains(tag.key.unicodeScalars.count),
                tag.value.unicodeScalars.count <= maximumValueLength, !tag.key.hasPrefix("aws:")
            else {
                throw ServiceError("InvalidTag", "The TagKey or TagValue you have provided is invalid")
            }
        }
    }
}
