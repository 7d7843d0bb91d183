import LocalHTTP
import LocalStore
import Testing

@testable import LocalS3

@Suite struct `Reading an object` {
    @Test(arguments: [
        ("bytes=0-0", 0..<1), ("bytes=0-9", 0..<10), ("bytes=0-99", 0..<10), ("bytes=9-", 9..<10),
        ("bytes=-1", 9..<10), ("bytes=-10", 0..<10), ("bytes=-99", 0..<10),
        ("bytes=3-9223372036854775807", 3..<10),
    ])
    func `a range is within the object`(text: String, expected: Range<Int>) {
        #expect(ByteRange(text)?.resolved(byteCount: 10) == expected)
    }

    @Test(arguments: ["bytes=10-", "bytes=10-11", "bytes=-0", "bytes=9223372036854775807-"])
    func `a range behind the end has no bytes`(text: String) throws {
        #expect(try #require(ByteRange(text)).resolved(byteCount: 10) == nil)
        #expect(try #require(ByteRange("bytes=0-")).resolved(byteCount: 0) == nil)
    }

    @Test(arguments: [
        "", "bytes", "bytes=", "bytes=-", "bytes=2-1", "bytes=a-b", "bytes=0-1,3-4", "items=0-1",
        "bytes=+1-2",
        "bytes=99999999999999999999-", "bytes=1 -2", "bytes=--1", "bytes=٣-٤",
    ])
    func `what is no range is ignored`(text: String) {
        #expect(ByteRange(text) == nil)
    }

    @Test(arguments: [
        ("If-None-Match", "\"5d41402abc4b2a76b9719d911017c592\"", "304"),
        ("If-None-Match", "W/\"5d41402abc4b2a76b9719d911017c592\"", "304"),
        ("If-None-Match", "5d41402abc4b2a76b9719d911017c592", "304"),
        ("If-None-Match", "\"other\", \"5d41402abc4b2a76b9719d911017c592\"", "304"),
        ("If-None-Match", "*", "304"),
        ("If-None-Match", "\"other\"", "200"),
        ("If-Match", "*", "200"),
        ("If-Match", "\"5d41402abc4b2a76b9719d911017c592\"", "200"),
        ("If-Match", "\"other\"", "412 PreconditionFailed"),
        ("If-Modified-Since", "Thu, 01 Jan 2026 00:00:00 GMT", "304"),
        ("If-Modified-Since", "Wed, 31 Dec 2025 23:59:59 GMT", "200"),
        ("If-Modified-Since", "yesterday", "200"),
        ("If-Unmodified-Since", "Thu, 01 Jan 2026 00:00:00 GMT", "200"),
        ("If-Unmodified-Since", "Wed, 31 Dec 2025 23:59:59 GMT", "412 PreconditionFailed"),
    ])
    func `holds to its conditions`(name: String, value: String, outcome: String) throws {
        let fixture = try S3Fixture()
        try fixture.send("PUT", "/photos/a", body: Array("hello".utf8))
        let got = try fixture.send("GET", "/photos/a", [name: value])
        #expect(got.outcome == outcome)
        #expect(got.text.isEmpty == (outcome == "304"))
        if outcome != "412 PreconditionFailed" { #expect(got.headers["ETag"] != nil) }
    }

    @Test func `a link may give the answer other headers`() throws {
        let fixture = try S3Fixture()
        try fixture.send("PUT", "/photos/a", ["Content-Type": "image/png"], body: [1])
        // Another key than the built-in one is not verified, but it has signed.
        let link = "AWSAccessKeyId=other&Signature=x&Expires=9999999999&"
        let got = try fixture.send(
            "GET",
            "/photos/a?\(link)response-content-type=text/x&response-expires=never"
        )
        #expect((got.headers["Content-Type"], got.headers["Expires"]) == ("text/x", "never"))
        let anonymous = try fixture.send("GET", "/photos/a?response-content-type=text/x")
        #expect(anonymous.outcome == "400 InvalidRequest")
    }

    @Test func `a line break in a header does not begin another`() throws {
        let fixture = try S3Fixture()
        try fixture.send("PUT", "/photos/a", body: [1])
        let link =
            "AWSAccessKeyId=other&Signature=x&Expires=9999999999&response-content-type=a%0d%0aX-Evil:%201"
        let got = try fixture.send("GET", "/photos/a?" + link)
        #expect(got.outcome == "400 InvalidArgument")
    }

    @Test func `answers HEAD with an error that has no body`() throws {
        let fixture = try S3Fixture()
        let head = try fixture.send("HEAD", "/photos/absent")
        #expect((head.status, head.body) == (404, []))
    }

    @Test func `headers of a link count as headers`() throws {
        let fixture = try S3Fixture()
        let link =
            "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=other%2F20260101%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20260101T000000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=00"
            + "&x-amz-meta-owner=me&x-amz-checksum-crc32=NhCmhg%3D%3D"
        let body = Array("hello".utf8)
        #expect(try fixture.send("PUT", "/photos/a?" + link, body: body).outcome == "200")
        #expect(try fixture.send("HEAD", "/photos/a").headers["x-amz-meta-owner"] == "me")
        let other = try fixture.send("PUT", "/photos/a?" + link, body: [1])
        #expect(other.outcome == "400 BadDigest")
    }
}
