import Testing

@testable import LocalS3
@testable import LocalServiceKit

@Suite struct `Checksums` {
    /// The check values of "A catalogue of parametrised CRC algorithms", and of FIPS 180-4 and RFC 1321.
    @Test(arguments: [
        (ChecksumAlgorithm.crc32, "cbf43926"),
        (.crc32c, "e3069283"),
        (.crc64NVMe, "ae8b14860a799888"),
        (.sha1, "f7c3bc1d808e04732adf679965ccc34ca7ae3441"),
        (.sha256, "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"),
        (.md5, "25f9e794323b453885f5181f1b624d0b"),
    ])
    func `of the nine digits are the published ones`(algorithm: ChecksumAlgorithm, expected: String) {
        #expect(RunningChecksum.of(Array("123456789".utf8), algorithm).hexadecimal == expected)
    }

    @Test(arguments: ChecksumAlgorithm.allCases)
    func `do not depend on how the bytes arrive`(algorithm: ChecksumAlgorithm) {
        var numbers = SplitMix(state: 7)
        let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        let whole = RunningChecksum.of(bytes, algorithm)
        #expect(whole.count == algorithm.byteCount)
        for pieces in Pieces.all {
            var running = RunningChecksum(algorithm)
            for piece in pieces.of(bytes) { piece.withUnsafeBytes { running.update($0) } }
            #expect(running.finish() == whole)
        }
    }
}
