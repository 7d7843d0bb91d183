import LocalServiceKit
import LocalStore

/// The parts that become an object, found to be those that the client named.
struct CompletionPlan: Sendable {
    let upload: UploadRecord
    let parts: [PartRecord]

    /// AWS, "Amazon S3 multipart upload limits"; the last part may be shorter.
    private static let minimumPartByteCount = 5 << 20

    /// Reads the parts; throws `NoSuchUpload`, `InvalidPart`, `EntityTooSmall`.
    init(_ request: CompletionRequest, _ database: Database) throws(ServiceError) {
        upload = try UploadRecord.require(request.reference, database)
        if let kind = request.kind, kind != upload.details.kind {
            throw .invalidRequest(
                "The upload was created using the \(upload.details.kind.rawValue) checksum mode. The complete request must "
                    + "use the same checksum mode."
            )
        }
        let known = Dictionary(uniqueKeysWithValues: try upload.parts(database).map { ($0.number, $0) })
        var parts: [PartRecord] = []
        for named in request.parts {
            guard let part = known[named.number], named.etag.matches(part.etag) else { throw .invalidPart }
            if let (algorithm, value) = named.checksum, part.checksum.algorithm == algorithm {
                guard part.checksum.value == value else { throw .invalidPart }
            }
            if upload.details.kind == .composite, named.checksum == nil {
                throw .invalidRequest(
                    "The upload was created using a checksum. The complete request must include the checksum for each "
                        + "part. It was missing for part \(named.number) in the request."
                )
            }
            parts.append(part)
        }
        guard parts.dropLast().allSatisfy({ $0.byteCount >= Self.minimumPartByteCount }) else {
            throw .entityTooSmall
        }
        if let count = request.byteCount, count != parts.reduce(0, { $0 + $1.byteCount }) {
            throw .invalidRequest(
                "The provided 'x-amz-mp-object-size' header value \(count) does not match what was computed."
            )
        }
        self.parts = parts
    }

    /// MD5 of the parts' MD5 digests, and how many there were.
    var etag: String {
        var digest = RunningDigest(.md5)
        for part in parts { part.md5.withUnsafeBytes { digest.update($0) } }
        return "\(digest.finish().hexadecimal)-\(parts.count)"
    }

    /// The checksum to compute while the parts are put together; nil where theirs are enough.
    var algorithm: ChecksumAlgorithm? {
        upload.details.kind == .fullObject ? upload.details.algorithm ?? .crc64NVMe : nil
    }

    /// The checksum of the parts' checksums.
    var compositeChecksum: ObjectChecksum? {
        guard upload.details.kind == .composite, let algorithm = upload.details.algorithm else { return nil }
        let bytes = parts.flatMap { Blob(base64: $0.checksum.value)?.bytes ?? [] }
        let value = Blob(RunningChecksum.of(bytes, algorithm)).base64
        return ObjectChecksum(algorithm: algorithm, value: "\(value)-\(parts.count)", kind: .composite)
    }
}
