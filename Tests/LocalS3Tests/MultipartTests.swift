import Foundation
import LocalHTTP
import LocalStore
import Testing

@Suite struct `Uploads in parts` {
    private static let minimum = 5 << 20

    private static func begin(_ fixture: S3Fixture, _ headers: HTTPHeaders = [:]) throws -> String {
        let begun = try fixture.send("POST", "/photos/a?uploads", headers)
        return try #require(begun.text(of: "UploadId"))
    }

    private static func put(
        _ fixture: S3Fixture,
        _ id: String,
        _ number: Int,
        _ body: [UInt8]
    ) throws -> String {
        let put = try fixture.send("PUT", "/photos/a?uploadId=\(id)&partNumber=\(number)", body: body)
        return try #require(put.headers["ETag"])
    }

    private static func document(_ parts: [(Int, String)]) -> [UInt8] {
        let elements = parts.map { "<Part><PartNumber>\($0.0)</PartNumber><ETag>\($0.1)</ETag></Part>" }
        let root = "CompleteMultipartUpload"
        return Array(
            "<\(root) xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\(elements.joined())</\(root)>".utf8
        )
    }

    @Test func `become one object in the order of their numbers`() throws {
        let fixture = try S3Fixture()
        let id = try Self.begin(fixture, ["Content-Type": "image/png", "x-amz-meta-owner": "me"])
        let second = try Self.put(fixture, id, 9, Array("end".utf8))
        let first = try Self.put(fixture, id, 2, [UInt8](repeating: 7, count: Self.minimum))
        let done = try fixture.send(
            "POST",
            "/photos/a?uploadId=\(id)",
            body: Self.document([(2, first), (9, second)])
        )
        #expect(done.outcome == "200")
        let got = try fixture.send("GET", "/photos/a")
        #expect(got.body == [UInt8](repeating: 7, count: Self.minimum) + Array("end".utf8))
        #expect(got.headers["Content-Type"] == "image/png")
        #expect(got.headers["ETag"]?.hasSuffix("-2\"") == true)
        #expect(try fixture.send("GET", "/photos/a?partNumber=2").text == "end")
        #expect(try fixture.send("GET", "/photos/a?partNumber=3").outcome == "416 InvalidPartNumber")
        #expect(try fixture.files().count == 1)
    }

    @Test func `a part is replaced by one of the same number`() throws {
        let fixture = try S3Fixture()
        let id = try Self.begin(fixture)
        let old = try Self.put(fixture, id, 1, [1])
        let new = try Self.put(fixture, id, 1, [2])
        #expect(try fixture.files().count == 1)
        let target = "/photos/a?uploadId=\(id)"
        #expect(
            try fixture.send("POST", target, body: Self.document([(1, old)])).outcome == "400 InvalidPart"
        )
        #expect(try fixture.send("POST", target, body: Self.document([(1, new)])).outcome == "200")
        #expect(try fixture.send("GET", "/photos/a").body == [2])
    }

    @Test func `are completed once, whoever asks at the same time`() throws {
        let fixture = try S3Fixture()
        let id = try Self.begin(fixture)
        let etag = try Self.put(fixture, id, 1, [1, 2, 3])
        let body = Self.document([(1, etag)])
        let waiting = try (0..<4).map { _ in try fixture.begin("POST", "/photos/a?uploadId=\(id)", body: body)
        }
        let outcomes = try waiting.map { try $0().outcome }.sorted()
        #expect(outcomes == ["200"] + Array(repeating: "404 NoSuchUpload", count: 3))
        // The files of those who came too late go with their actions.
        try fixture.writer.settle()
        #expect(try fixture.files().count == 1)
        #expect(try fixture.send("GET", "/photos/a").body == [1, 2, 3])
    }

    @Test(arguments: [
        ("", "400 MalformedXML"), ("<x/>", "400 MalformedXML"), ("{}", "400 MalformedXML"),
        ("<CompleteMultipartUpload/>", "400 MalformedXML"),
        ("<CompleteMultipartUpload><Part/></CompleteMultipartUpload>", "400 MalformedXML"),
        (
            "<CompleteMultipartUpload><Part><PartNumber>x</PartNumber><ETag>e</ETag></Part></CompleteMultipartUpload>",
            "400 MalformedXML"
        ),
        (
            "<CompleteMultipartUpload><Part><PartNumber>7</PartNumber><ETag>e</ETag></Part></CompleteMultipartUpload>",
            "400 InvalidPart"
        ),
    ])
    func `are completed by a list of parts only`(body: String, outcome: String) throws {
        let fixture = try S3Fixture()
        let id = try Self.begin(fixture)
        #expect(
            try fixture.send("POST", "/photos/a?uploadId=\(id)", body: Array(body.utf8)).outcome == outcome
        )
    }

    @Test(arguments: ["0", "10001", "x", "-1", ""])
    func `have numbers from 1 to 10,000`(number: String) throws {
        let fixture = try S3Fixture()
        let id = try Self.begin(fixture)
        let put = try fixture.send("PUT", "/photos/a?uploadId=\(id)&partNumber=\(number)", body: [1])
        #expect(put.outcome == "400 InvalidArgument")
        #expect(try fixture.files() == [])
    }

    @Test func `leave nothing when they are given up, or their bucket goes`() throws {
        let fixture = try S3Fixture()
        let id = try Self.begin(fixture)
        _ = try Self.put(fixture, id, 1, [1])
        #expect(try fixture.send("DELETE", "/photos/a?uploadId=\(id)").outcome == "204")
        #expect(try fixture.files() == [])
        let other = try Self.begin(fixture)
        _ = try Self.put(fixture, other, 1, [1])
        #expect(try fixture.send("DELETE", "/photos").outcome == "204")
        #expect(try fixture.files() == [])
    }

    @Test func `take parts out of objects`() throws {
        let fixture = try S3Fixture()
        try fixture.send("PUT", "/photos/source", body: Array("0123456789".utf8))
        let id = try Self.begin(fixture)
        let target = "/photos/a?uploadId=\(id)&partNumber=1"
        for range in ["bytes=2-10", "bytes=5-2", "bytes=2-", "2-4"] {
            let headers: HTTPHeaders = [
                "x-amz-copy-source": "photos/source", "x-amz-copy-source-range": range,
            ]
            #expect(try fixture.send("PUT", target, headers).outcome == "400 InvalidArgument")
        }
        let absent = try fixture.send("PUT", target, ["x-amz-copy-source": "photos/absent"])
        #expect(absent.outcome == "404 NoSuchKey")
        let copied = try fixture.send(
            "PUT",
            target,
            ["x-amz-copy-source": "photos/source", "x-amz-copy-source-range": "bytes=2-4"]
        )
        let etag = try #require(copied.text(of: "ETag"))
        let done = try fixture.send("POST", "/photos/a?uploadId=\(id)", body: Self.document([(1, etag)]))
        #expect(done.outcome == "200")
        #expect(try fixture.send("GET", "/photos/a").text == "234")
    }
}
