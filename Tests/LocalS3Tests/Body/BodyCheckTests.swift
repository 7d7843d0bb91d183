import LocalHTTP
import Testing

@Suite struct `A body is compared with what its head promises` {
    private static let hello = Array("hello".utf8)
    private static let md5 = "XUFAKrxLKna5cZ2REBfFkg=="

    @Test(arguments: [
        ("Content-MD5", md5),
        ("x-amz-content-sha256", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"),
        ("x-amz-content-sha256", "UNSIGNED-PAYLOAD"),
        ("x-amz-checksum-crc32", "NhCmhg=="),
        ("x-amz-checksum-crc32c", "mnG7TA=="),
        ("x-amz-checksum-crc64nvme", "M3eFcAZSQlc="),
        ("x-amz-checksum-sha1", "qvTGHdzF6KLavt4PO0gs2a6pQ00="),
        ("x-amz-checksum-sha256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="),
        ("x-amz-checksum-md5", md5),
    ])
    func `and kept where it is that`(name: String, value: String) throws {
        let fixture = try S3Fixture()
        #expect(try fixture.send("PUT", "/photos/a", [name: value], body: Self.hello).outcome == "200")
        #expect(try fixture.send("GET", "/photos/a").text == "hello")
    }

    @Test(arguments: [
        ("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==", "400 BadDigest"),
        ("Content-MD5", "AAAA", "400 InvalidDigest"),
        ("Content-MD5", "?", "400 InvalidDigest"),
        ("x-amz-content-sha256", String(repeating: "0", count: 64), "400 XAmzContentSHA256Mismatch"),
        ("x-amz-content-sha256", "00", "400 InvalidArgument"),
        ("x-amz-checksum-crc32", "AAAAAA==", "400 BadDigest"),
        ("x-amz-checksum-crc32c", "AAAAAA==", "400 BadDigest"),
        ("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=", "400 BadDigest"),
        ("x-amz-checksum-sha1", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "400 BadDigest"),
        ("x-amz-checksum-sha256", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "400 BadDigest"),
        ("x-amz-checksum-crc32", "AAAA", "400 InvalidRequest"),
        ("x-amz-checksum-xxhash64", "AAAAAAAAAAA=", "501 NotImplemented"),
        ("x-amz-sdk-checksum-algorithm", "XXHASH3", "501 NotImplemented"),
        ("x-amz-trailer", "x-amz-checksum-xxhash3", "501 NotImplemented"),
        ("x-amz-trailer", "x-amz-checksum-crc32", "400 MalformedTrailerError"),
        ("x-amz-storage-class", "GLACIER", "501 NotImplemented"),
        ("x-amz-storage-class", "COLD", "400 InvalidStorageClass"),
    ])
    func `and refused where it is not`(name: String, value: String, outcome: String) throws {
        let fixture = try S3Fixture()
        try fixture.send("PUT", "/photos/a", body: [1])
        #expect(try fixture.send("PUT", "/photos/a", [name: value], body: Self.hello).outcome == outcome)
        #expect(try fixture.send("GET", "/photos/a").body == [1])
        #expect(try fixture.files().count == 1)
    }

    @Test func `two checksums are one too many`() throws {
        let fixture = try S3Fixture()
        let headers: HTTPHeaders = ["x-amz-checksum-crc32": "NhCmhg==", "x-amz-checksum-crc32c": "mnG7TA=="]
        let put = try fixture.send("PUT", "/photos/a", headers, body: Self.hello)
        #expect(put.outcome == "400 InvalidRequest")
    }

    @Test(arguments: ["4", "6"])
    func `a wrong length is refused`(length: String) throws {
        let fixture = try S3Fixture()
        let put = try fixture.send("PUT", "/photos/a", ["Content-Length": length], body: Self.hello)
        #expect(put.outcome == "400 IncompleteBody")
        #expect(try fixture.files() == [])
    }

    @Test func `an object that is too long is refused by its head`() throws {
        let fixture = try S3Fixture()
        let put = try fixture.send("PUT", "/photos/a", ["Content-Length": "5368709121"])
        #expect(put.outcome == "400 EntityTooLarge")
    }

    @Test func `without a checksum CRC64NVME is computed`() throws {
        let fixture = try S3Fixture()
        try fixture.send("PUT", "/photos/a", body: Self.hello)
        let head = try fixture.send("HEAD", "/photos/a", ["x-amz-checksum-mode": "ENABLED"])
        #expect(head.headers["x-amz-checksum-crc64nvme"] == "M3eFcAZSQlc=")
        #expect(head.headers["x-amz-checksum-type"] == "FULL_OBJECT")
        #expect(try fixture.send("HEAD", "/photos/a").headers["x-amz-checksum-crc64nvme"] == nil)
    }
}
