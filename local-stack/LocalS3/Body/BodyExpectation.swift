import FoundationEssentials
import LocalHTTP
import LocalServiceKit

/// What a request's head promises of its body.
struct BodyExpectation: Sendable {
    let encoding: BodyEncoding
    /// The number of the object's bytes; nil where the head does not say it.
    let byteCount: Int?
    /// The MD5 digest of `Content-MD5`.
    let md5: [UInt8]?
    /// The checksum to compute and keep.
    let algorithm: ChecksumAlgorithm?
    /// The checksum in a header, in base64; a trailing header may bring it instead.
    let checksum: String?
    /// The checksum that a trailing header must bring.
    let trailing: ChecksumAlgorithm?

    /// No promise: the checksum is only computed.
    init(computing algorithm: ChecksumAlgorithm) {
        encoding = .plain(sha256: nil)
        byteCount = nil
        md5 = nil
        self.algorithm = algorithm
        checksum = nil
        trailing = nil
    }

    init(_ headers: HTTPHeaders) throws(ServiceError) {
        encoding = try BodyEncoding(headers)
        byteCount = try Self.byteCount(headers, encoding)
        md5 = try Self.md5(headers)
        try Self.refuseUnknownChecksums(headers)
        let sent = headers.fields.compactMap { field in
            ChecksumAlgorithm(headerName: field.name).map { ($0, field.value) }
        }
        guard sent.count <= 1 else {
            throw .invalidRequest(
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed."
            )
        }
        for (algorithm, value) in sent { try Self.check(value, of: algorithm) }
        checksum = sent.first?.1
        trailing = headers["x-amz-trailer"].flatMap { ChecksumAlgorithm(headerName: $0) }
        let named = headers["x-amz-sdk-checksum-algorithm"].flatMap { ChecksumAlgorithm(name: $0) }
        algorithm = sent.first?.0 ?? trailing ?? named
    }

    /// Whether the head has any digest of the body that S3 itself requires for some operations.
    var hasDigest: Bool { md5 != nil || checksum != nil || algorithm != nil }

    /// Whether a value is base64 of the algorithm's length.
    static func check(_ value: String, of algorithm: ChecksumAlgorithm) throws(ServiceError) {
        guard Blob(base64: value)?.bytes.count == algorithm.byteCount else {
            throw .invalidRequest("Value for \(algorithm.headerName) header is invalid.")
        }
    }

    /// A checksum that is not computed here must not pass for one that has been compared.
    private static func refuseUnknownChecksums(_ headers: HTTPHeaders) throws(ServiceError) {
        let prefix = "x-amz-checksum-"
        let others = [prefix + "algorithm", prefix + "type", prefix + "mode"]
        let sent = headers.fields.map { $0.name.lowercased() }.filter { $0.hasPrefix(prefix) }
        let named = [headers["x-amz-sdk-checksum-algorithm"].map { prefix + $0.lowercased() }]
        let trailing = headers["x-amz-trailer"].map { $0.lowercased() }
        for name in sent + named.compactMap(\.self) + [trailing].compactMap(\.self)
        where !others.contains(name) && ChecksumAlgorithm(headerName: name) == nil {
            throw .headerNotImplemented(name)
        }
    }

    private static func byteCount(
        _ headers: HTTPHeaders,
        _ encoding: BodyEncoding
    ) throws(ServiceError) -> Int? {
        let name = encoding.isChunked ? "x-amz-decoded-content-length" : "Content-Length"
        guard let value = headers[name] else { return nil }
        guard let count = Int(value), count >= 0 else {
            throw .invalidArgument("\(name) must be a number.", name: name, value: value)
        }
        return count
    }

    private static func md5(_ headers: HTTPHeaders) throws(ServiceError) -> [UInt8]? {
        guard let value = headers["Content-MD5"] else { return nil }
        guard let digest = Blob(base64: value)?.bytes, digest.count == 16 else { throw .invalidDigest }
        return digest
    }
}

extension BodyEncoding {
    /// Whether the body is in `aws-chunked` frames.
    var isChunked: Bool {
        if case .chunked = self { true } else { false }
    }
}
