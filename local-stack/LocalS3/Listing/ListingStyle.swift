import LocalHTTP
import LocalServiceKit
import LocalStore

/// What both versions of the list have in common: how they are asked, and how they show what they found.
struct ListingStyle: Sendable {
    let bucket: String
    let prefix: String
    let delimiter: String
    let maximum: Int
    private let isEncoded: Bool

    private static let pageCount = 1000

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        prefix = call.request.item("prefix") ?? ""
        delimiter = call.request.item("delimiter") ?? ""
        maximum = try Self.maximum(call.request.item("max-keys"))
        switch call.request.item("encoding-type") {
        case nil, "": isEncoded = false
        case "url": isEncoded = true
        case .some(let other):
            throw .invalidArgument(
                "Invalid Encoding Method specified in Request",
                name: "encoding-type",
                value: other
            )
        }
    }

    /// An element with a key, or a part of one, encoded where the client asked for it.
    func element(_ name: String, key: String) -> XMLTree {
        XMLTree(name, isEncoded ? PercentEncoding.encode(key, keeping: "/") : key)
    }

    /// The elements that repeat the question.
    var echo: [XMLTree] {
        var elements = [XMLTree("Name", bucket), element("Prefix", key: prefix)]
        if !delimiter.isEmpty { elements.append(element("Delimiter", key: delimiter)) }
        elements.append(XMLTree("MaxKeys", String(maximum)))
        if isEncoded { elements.append(XMLTree("EncodingType", "url")) }
        return elements
    }

    /// The elements of what was found.
    func contents(_ listing: ObjectListing, owner: String?) -> [XMLTree] {
        listing.objects.map { XMLTree("Contents", elements(of: $0, owner: owner)) } + commonPrefixes(listing)
    }

    /// The elements of the keys that were rolled up.
    func commonPrefixes(_ listing: ObjectListing) -> [XMLTree] {
        listing.commonPrefixes.map { XMLTree("CommonPrefixes", [element("Prefix", key: $0)]) }
    }

    /// The elements that describe an object.
    func elements(of object: ObjectRecord, owner: String?) -> [XMLTree] {
        var elements = [
            element("Key", key: object.key), XMLTree("LastModified", object.modified.iso8601),
            XMLTree("ETag", object.quotedETag),
        ]
        if let checksum = object.details.checksum {
            elements.append(XMLTree("ChecksumAlgorithm", checksum.algorithm.rawValue))
            elements.append(XMLTree("ChecksumType", checksum.kind.rawValue))
        }
        elements.append(XMLTree("Size", String(object.byteCount)))
        if let owner { elements.append(.owner(owner)) }
        return elements + [XMLTree("StorageClass", object.details.storageClass)]
    }

    private static func maximum(_ text: String?) throws(ServiceError) -> Int {
        guard let text, !text.isEmpty else { return pageCount }
        guard let number = Int(text), (0...Int(Int32.max)).contains(number) else {
            throw .invalidArgument(
                "Provided max-keys not an integer or within integer range",
                name: "max-keys",
                value: text
            )
        }
        return min(number, pageCount)
    }
}
