import LocalHTTP
import LocalServiceKit

/// Computes all digests of a body that its request needs, and compares them at its end.
struct BodyHashes: ~Copyable {
    /// What was computed and found to be as the request said.
    struct Values: Sendable {
        let byteCount: Int
        let md5: [UInt8]
        let checksum: ObjectChecksum
        let isChecksumRequested: Bool
        let hasDigest: Bool
    }

    private let expectation: BodyExpectation
    private let algorithm: ChecksumAlgorithm
    private var md5 = RunningDigest(.md5)
    private var checksum: RunningChecksum
    private var sha256: RunningDigest?
    private var byteCount = 0

    /// Hashes for bytes of which nothing is promised.
    init(_ algorithm: ChecksumAlgorithm) {
        self.init(BodyExpectation(computing: algorithm))
    }

    init(_ expectation: BodyExpectation) {
        self.expectation = expectation
        // S3 computes this one where the client names none (AWS, "Checking object integrity").
        algorithm = expectation.algorithm ?? .crc64NVMe
        checksum = RunningChecksum(algorithm)
        if case .plain(.some) = expectation.encoding { sha256 = RunningDigest(.sha256) }
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        byteCount += bytes.count
        md5.update(bytes)
        checksum.update(bytes)
        sha256?.update(bytes)
    }

    /// The hashes; throws where one of them, or the length, is not as the request said.
    consuming func finish(trailer: [HTTPHeaders.Field]) throws(ServiceError) -> Values {
        let (expectation, algorithm, byteCount) = (expectation, algorithm, byteCount)
        if let promised = expectation.byteCount, promised != byteCount { throw .incompleteBody }
        let digests = finishDigests()
        if let expected = expectation.md5, expected != digests.md5 { throw .badContentMD5 }
        if case .plain(let expected?) = expectation.encoding, digests.sha256?.hexadecimal != expected {
            throw .payloadMismatch
        }
        let value = ObjectChecksum(algorithm: algorithm, bytes: digests.checksum)
        let trailing = try Self.checksum(in: trailer, expectation)
        for expected in [expectation.checksum, trailing].compactMap(\.self) where expected != value.value {
            throw .badChecksum(algorithm)
        }
        return Values(
            byteCount: byteCount,
            md5: digests.md5,
            checksum: value,
            isChecksumRequested: expectation.algorithm != nil,
            hasDigest: expectation.hasDigest
        )
    }

    /// The checksum that the head announced for the trailer must be there.
    private static func checksum(
        in trailer: [HTTPHeaders.Field],
        _ expectation: BodyExpectation
    ) throws(ServiceError) -> String? {
        guard let algorithm = expectation.trailing else {
            guard trailer.isEmpty else { throw .malformedTrailer }
            return nil
        }
        guard trailer.count == 1, trailer[0].name.isSameHeaderName(as: algorithm.headerName) else {
            throw .malformedTrailer
        }
        try BodyExpectation.check(trailer[0].value, of: algorithm)
        return trailer[0].value
    }

    private consuming func finishDigests() -> (md5: [UInt8], checksum: [UInt8], sha256: [UInt8]?) {
        let signed: [UInt8]? = if let sha256 { sha256.finish() } else { nil }
        return (md5.finish(), checksum.finish(), signed)
    }
}
