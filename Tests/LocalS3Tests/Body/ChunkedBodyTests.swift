import LocalHTTP
import Testing

@Suite struct `A body in chunks` {
    private static let trailing: HTTPHeaders = [
        "Content-Encoding": "aws-chunked", "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "x-amz-decoded-content-length": "11", "x-amz-trailer": "x-amz-checksum-crc32",
    ]
    private static let framed = "5\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n"

    @Test(arguments: Pieces.all)
    func `is decoded wherever the network cuts it`(pieces: Pieces) throws {
        let fixture = try S3Fixture()
        let put = try fixture.send(
            "PUT",
            "/photos/a",
            Self.trailing,
            body: Array(Self.framed.utf8),
            in: pieces
        )
        #expect(put.outcome == "200")
        #expect(put.headers["x-amz-checksum-crc32"] == "DUoRhQ==")
        #expect(try fixture.send("GET", "/photos/a").text == "hello world")
    }

    @Test func `keeps bytes that look like frames`() throws {
        let payload = Array("\r\n0\r\n\r\n5;chunk-signature=\r\n".utf8)
        var headers = Self.trailing
        headers["x-amz-decoded-content-length"] = String(payload.count)
        headers["x-amz-trailer"] = nil
        let size = String(payload.count, radix: 16)
        let body = Array("\(size)\r\n".utf8) + payload + Array("\r\n0\r\n\r\n".utf8)
        let fixture = try S3Fixture()
        #expect(try fixture.send("PUT", "/photos/a", headers, body: body, in: .bytes).outcome == "200")
        #expect(try fixture.send("GET", "/photos/a").body == payload)
    }

    /// MinIO's client ends the lines of a trailer with line feeds and the trailer with one line break more.
    @Test func `may have the trailer of MinIO's client`() throws {
        let body = "b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\n\r\n\r\n"
        let fixture = try S3Fixture()
        #expect(
            try fixture.send("PUT", "/photos/a", Self.trailing, body: Array(body.utf8)).outcome == "200"
        )
    }

    @Test(arguments: [
        ("", "400 IncompleteBody"),
        ("b\r\nhello world\r\n", "400 IncompleteBody"),
        ("b\r\nhello wor", "400 IncompleteBody"),
        ("b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n", "400 IncompleteBody"),
        ("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n", "400 IncompleteBody"),
        ("c\r\nhello world!\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n", "400 IncompleteBody"),
        ("b\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n", "400 InvalidRequest"),
        ("b\r\nhello world\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n", "400 InvalidRequest"),
        ("a\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n", "400 InvalidRequest"),
        ("-b\r\nhello world\r\n0\r\n\r\n", "400 InvalidRequest"),
        ("+b\r\nhello world\r\n0\r\n\r\n", "400 InvalidRequest"),
        ("0xb\r\nhello world\r\n0\r\n\r\n", "400 InvalidRequest"),
        (";b\r\nhello world\r\n0\r\n\r\n", "400 InvalidRequest"),
        ("\r\nhello world\r\n0\r\n\r\n", "400 InvalidRequest"),
        ("ffffffffffffffff\r\nhello world\r\n0\r\n\r\n", "400 InvalidRequest"),
        ("7fffffffffffffff\r\nhello world\r\n0\r\n\r\n", "400 InvalidRequest"),
        ("b\r\nhello world\r\n0\r\n\r\n", "400 MalformedTrailerError"),
        ("b\r\nhello world\r\n0\r\nno colon\r\n\r\n", "400 MalformedTrailerError"),
        ("b\r\nhello world\r\n0\r\nx-amz-checksum-sha1:DUoRhQ==\r\n\r\n", "400 MalformedTrailerError"),
        (
            "b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n",
            "400 MalformedTrailerError"
        ),
        ("b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:AAAA\r\n\r\n", "400 InvalidRequest"),
        ("b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", "400 BadDigest"),
        (
            "b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n5\r\nmore!\r\n",
            "400 InvalidRequest"
        ),
    ])
    func `that is framed wrongly is refused and leaves nothing`(body: String, outcome: String) throws {
        let fixture = try S3Fixture()
        for pieces in [Pieces.whole, .bytes] {
            let put = try fixture.send("PUT", "/photos/a", Self.trailing, body: Array(body.utf8), in: pieces)
            #expect(put.outcome == outcome)
        }
        #expect(try fixture.send("GET", "/photos/a").outcome == "404 NoSuchKey")
        #expect(try fixture.files() == [])
    }

    @Test func `may not hold more than its head says, however long it is`() throws {
        let fixture = try S3Fixture()
        let chunk = "2000\r\n" + String(repeating: "x", count: 8192) + "\r\n"
        let put = try fixture.send("PUT", "/photos/a", Self.trailing, body: Array(chunk.utf8))
        #expect(put.outcome == "400 IncompleteBody")
    }

    @Test func `has no line without an end`() throws {
        let fixture = try S3Fixture()
        let body = [UInt8](repeating: UInt8(ascii: "1"), count: 100_000)
        let put = try fixture.send("PUT", "/photos/a", Self.trailing, body: body)
        #expect(put.outcome == "400 InvalidRequest")
    }

    @Test(arguments: ["STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD", "nonsense"])
    func `is refused where its encoding is not known`(encoding: String) throws {
        let fixture = try S3Fixture()
        let put = try fixture.send("PUT", "/photos/a", ["x-amz-content-sha256": encoding], body: [1])
        #expect(["501 NotImplemented", "400 InvalidArgument"].contains(put.outcome))
    }

    @Test func `must say how long it is`() throws {
        var headers = Self.trailing
        headers["x-amz-decoded-content-length"] = nil
        let fixture = try S3Fixture()
        #expect(try fixture.send("PUT", "/photos/a", headers).outcome == "411 MissingContentLength")
    }
}
