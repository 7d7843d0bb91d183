import FoundationEssentials
import LocalHTTP

/// What is kept of an object beside its bytes: headers that come back as they were given, metadata, checksum.
struct ObjectDetails: Sendable, Codable {
    /// `Content-Type` and the like, under the names of `headerNames`.
    var headers: [String: String]
    /// The user's metadata, without `x-amz-meta-`, names in small letters.
    var metadata: [String: String]
    var checksum: ObjectChecksum?
    /// The sizes of the parts of an object that was uploaded in parts.
    var partByteCounts: [Int]?

    private static let headerNames = [
        "Content-Type", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language",
        "Expires",
        "x-amz-website-redirect-location", "x-amz-storage-class", "x-amz-server-side-encryption",
        "x-amz-server-side-encryption-aws-kms-key-id",
    ]
    /// Headers that ask for something that would not be done.
    private static let unimplementedNames = [
        "x-amz-tagging", "x-amz-object-lock-mode", "x-amz-object-lock-retain-until-date",
        "x-amz-object-lock-legal-hold", "x-amz-server-side-encryption-customer-algorithm",
    ]
    private static let metadataPrefix = "x-amz-meta-"
    private static let maximumMetadataByteCount = 2048

    /// What a request's headers say about the object that it makes.
    init(_ requestHeaders: HTTPHeaders) throws(ServiceError) {
        for name in Self.unimplementedNames where requestHeaders[name] != nil {
            throw .headerNotImplemented(name)
        }
        try Self.checkACL(requestHeaders["x-amz-acl"])
        headers = ["Content-Type": "binary/octet-stream"]
        for name in Self.headerNames { headers[name] = requestHeaders[name] ?? headers[name] }
        headers["Content-Encoding"] = BodyEncoding.storedEncoding(requestHeaders)
        metadata = Self.metadata(requestHeaders)
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
        return answer
    }

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

    /// Buckets are made without access control lists; only the two that change nothing are accepted.
    private static func checkACL(_ list: String?) throws(ServiceError) {
        guard let list, list != "private", list != "bucket-owner-full-control" else { return }
        throw ServiceError("AccessControlListNotSupported", "The bucket does not allow ACLs")
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

extension Decodable {
    /// Reads a column's JSON text.
    init(columnText: String) throws(ServiceError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(columnText.utf8))
        } catch {
            throw .internalFailure(error)
        }
    }
}
