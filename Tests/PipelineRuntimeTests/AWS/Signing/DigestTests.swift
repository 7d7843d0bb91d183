import PipelineRuntime
import Testing

@Suite struct `Digests` {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func `SHA-256 of FIPS 180-4's examples`(text: String, digest: String) {
        #expect(SHA256.digest(of: text.utf8).hexadecimal == digest)
        #expect(SHA256.digest(of: Array(text.utf8)[...]).hexadecimal == digest)
    }

    @Test func `a file has the digest of its bytes`() throws {
        let directory = try TemporaryDirectory()
        let bytes = (0..<700_001).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let path = try directory.write("file", bytes)
        #expect(try SHA256.digest(ofFile: path) == SHA256.digest(of: bytes))
    }

    @Test func `a file that is missing has no digest`() throws {
        let path = try TemporaryDirectory().file("none")
        #expect(throws: HTTPError.self) { try SHA256.digest(ofFile: path) }
    }

    /// RFC 4231, test cases 1, 2 and 6 (a key longer than a block).
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func `HMAC-SHA-256 of RFC 4231's examples`(key: [UInt8], message: String, code: String) {
        #expect(HMACSHA256.code(of: message.utf8, key: key).hexadecimal == code)
    }

    @Test func `base64 has padding`() {
        #expect(SHA256.digest(of: []).base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    }
}
