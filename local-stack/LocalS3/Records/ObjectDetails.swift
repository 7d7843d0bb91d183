import FoundationEssentials
import LocalHTTP
import LocalServiceKit
import LocalStore

/// What is kept of an object beside its bytes: headers that come back as they were given, metadata, checksum.
struct ObjectDetails: Sendable, Codable {
    /// `Content-Type` and the like, under the names of `headerNames`.
    var headers: [String: String]
    /// The user's metadata, without `x-amz-meta-`, names in small letters.
    var metadata: [String: String]
    var checksum: ObjectChecksum?
    /// The sizes of the parts of an object that was uploaded in parts.
    var partByteCounts: [Int]?
    /// Nil where the object has none.
    var tags: [ObjectTag]?

    private static let headerNames = [
        "Content-Type", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language",
        "Expires",
        "x-amz-website-redirect-location", "x-amz-storage-class", "x-amz-server-side-encryption",
        "x-amz-server-side-encryption-aws-kms-key-id",
    ]
    private static let placementNames = headerNames.suffix(4)
    /// Headers that ask for something that would not be done.
    private static let unimplementedNames = [
        "x-amz-object-lock-mode", "x-amz-object-lock-retain-until-date", "x-amz-object-lock-legal-hold",
        "x-amz-server-side-encryption-customer-algorithm", "x-amz-write-offset-bytes",
    ]
    private static let metadataPrefix = "x-amz-meta-"
    private static let maximumMetadataByteCount = 2048

    /// What a request's headers say about the object that it makes.
    init(_ requestHeaders: HTTPHeaders) throws(ServiceError) {
        for name in Self.unimplementedNames where requestHeaders[name] != nil {
            throw .headerNotImplemented(name)
        }
        try AccessControl.check(requestHeaders)
        headers = ["Content-Type": "binary/octet-stream"]
        for name in Self.headerNames { headers[name] = requestHeaders[name] ?? headers[name] }
        headers["Content-Encoding"] = BodyEncoding.storedEncoding(requestHeaders)
        metadata = Self.metadata(requestHeaders)
        try StorageClass.check(headers["x-amz-storage-class"])
        tags = try requestHeaders["x-amz-tagging"].map { header throws(ServiceError) in
            try ObjectTag.list(header: header)
        }
        let size = metadata.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        guard size <= Self.maximumMetadataByteCount else { throw .metadataTooLarge }
    }

    /// The headers of an answer that shows the object.
    var responseHeaders: HTTPHeaders {
        var answer = HTTPHeaders()
        for name in Self.headerNames where headers[name] != "STANDARD" { answer[name] = headers[name] }
        for (name, value) in metadata.sorted(by: { $0.key < $1.key }) {
            answer.append(Self.metadataPrefix + name, value)
        }
        answer["x-amz-tagging-count"] = tags.map { String($0.count) }
        return answer
    }

    /// The headers that belong to where an object lies, so that a copy takes them from its request.
    mutating func replacePlacement(by other: ObjectDetails) {
        for name in Self.placementNames { headers[name] = other.headers[name] }
    }

    /// Whether the request said anything of where and how the object lies.
    var isPlaced: Bool { Self.placementNames.contains { headers[$0] != nil } }

    /// The class under which lists show the object.
    var storageClass: String { headers["x-amz-storage-class"] ?? "STANDARD" }

    private static func metadata(_ headers: HTTPHeaders) -> [String: String] {
        var metadata: [String: String] = [:]
        for field in headers.fields where field.name.lowercased().hasPrefix(metadataPrefix) {
            let name = String(field.name.lowercased().dropFirst(metadataPrefix.count))
            metadata[name] = metadata[name].map { $0 + "," + field.value } ?? field.value
        }
        return metadata
    }
}

extension Encodable {
    /// The value as JSON text, for a column.
    func columnText() throws(ServiceError) -> String {
        do {
            return String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
        } catch {
            throw .internalFailure(error)
        }
    }
}

extension Row {
    /// The value whose `columnText` a column holds.
    func json<Value: Decodable>(_ column: String, as type: Value.Type) throws(StoreError) -> Value {
        let text = try text(column)
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw .unexpectedValue(column: column)
        }
    }
}
