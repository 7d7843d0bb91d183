import LocalServiceKit

/// A checksum that is computed while the bytes arrive.
enum RunningChecksum: ~Copyable {
    case check(CyclicRedundancyCheck, byteCount: Int)
    case digest(RunningDigest)

    init(_ algorithm: ChecksumAlgorithm) {
        switch algorithm {
        case .crc32: self = .check(CyclicRedundancyCheck(.crc32), byteCount: 4)
        case .crc32c: self = .check(CyclicRedundancyCheck(.crc32c), byteCount: 4)
        case .crc64NVMe: self = .check(CyclicRedundancyCheck(.crc64NVMe), byteCount: 8)
        case .sha1: self = .digest(RunningDigest(.sha1))
        case .sha256: self = .digest(RunningDigest(.sha256))
        case .sha512: self = .digest(RunningDigest(.sha512))
        case .md5: self = .digest(RunningDigest(.md5))
        }
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        switch consume self {
        case .check(var check, let byteCount):
            check.update(bytes)
            self = .check(check, byteCount: byteCount)
        case .digest(var digest):
            digest.update(bytes)
            self = .digest(digest)
        }
    }

    /// The checksum of all bytes, the most significant byte first.
    consuming func finish() -> [UInt8] {
        switch consume self {
        case .check(let check, let byteCount):
            withUnsafeBytes(of: check.value.bigEndian) { Array($0.suffix(byteCount)) }
        case .digest(let digest): digest.finish()
        }
    }

    /// The checksum of bytes that are all there.
    static func of(_ bytes: [UInt8], _ algorithm: ChecksumAlgorithm) -> [UInt8] {
        var checksum = RunningChecksum(algorithm)
        bytes.withUnsafeBytes { checksum.update($0) }
        return checksum.finish()
    }
}
