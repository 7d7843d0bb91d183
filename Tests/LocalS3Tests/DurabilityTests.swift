import Foundation
import LocalHTTP
import LocalStore
import Testing

@testable import LocalS3

@Suite struct `S3 after a crash` {
    @Test func `has every object that was acknowledged`() throws {
        let fixture = try S3Fixture()
        try fixture.send("PUT", "/photos/a", ["x-amz-meta-owner": "me"], body: Array("hello".utf8))
        try fixture.restart()
        let got = try fixture.send("GET", "/photos/a")
        #expect((got.text, got.headers["x-amz-meta-owner"]) == ("hello", "me"))
    }

    /// The file is in its place before its row commits; a crash in between leaves the file alone.
    @Test func `has no file that no row names`() throws {
        let fixture = try S3Fixture()
        try fixture.send("PUT", "/photos/a", body: Array("hello".utf8))
        let files = try ObjectFiles(directory: fixture.objectsPath)
        var staged = try files.stage()
        try Array("lost".utf8).withUnsafeBytes { try staged.write($0) }
        // What would remove it, were the process not gone.
        try staged.publish(in: files).adopt()
        #expect(try fixture.files().count == 2)
        try fixture.restart()
        #expect(try fixture.files().count == 1)
        #expect(try fixture.send("GET", "/photos/a").text == "hello")
    }

    @Test func `has nothing of a body that was still coming`() throws {
        let fixture = try S3Fixture()
        let path = fixture.objectsPath + "/staging/" + FileID().text
        try Data("half".utf8).write(to: URL(filePath: path))
        try fixture.restart()
        #expect(try fixture.files() == [])
    }

    @Test func `keeps parts, and completes their upload`() throws {
        let fixture = try S3Fixture()
        let id = try #require(try fixture.send("POST", "/photos/a?uploads").text(of: "UploadId"))
        let part = try fixture.send("PUT", "/photos/a?uploadId=\(id)&partNumber=1", body: Array("hello".utf8))
        try fixture.restart()
        let etag = try #require(part.headers["ETag"])
        let body =
            "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>\(etag)</ETag></Part>"
            + "</CompleteMultipartUpload>"
        let done = try fixture.send("POST", "/photos/a?uploadId=\(id)", body: Array(body.utf8))
        #expect(done.outcome == "200")
        try fixture.restart()
        #expect(try fixture.send("GET", "/photos/a").text == "hello")
        #expect(try fixture.files().count == 1)
    }
}

@Suite struct `Files of objects` {
    @Test func `go when a request breaks off`() throws {
        let fixture = try S3Fixture()
        try fixture.breakOff("/photos/a", ["Content-Length": "10"], after: Array("half".utf8))
        #expect(try fixture.files() == [])
    }

    @Test func `go when their request is refused after all bytes have come`() throws {
        let fixture = try S3Fixture()
        #expect(try fixture.send("PUT", "/absent/a", body: [1]).outcome == "404 NoSuchBucket")
        #expect(try fixture.send("PUT", "/photos/a", ["If-Match": "x"], body: [1]).outcome == "404 NoSuchKey")
        #expect(try fixture.files() == [])
    }

    @Test func `go when the object is replaced or deleted`() throws {
        let fixture = try S3Fixture()
        for byte in UInt8(1)...5 { try fixture.send("PUT", "/photos/a", body: [byte]) }
        #expect(try fixture.files().count == 1)
        #expect(try fixture.send("GET", "/photos/a").body == [5])
        try fixture.send("DELETE", "/photos/a")
        #expect(try fixture.files() == [])
    }

    @Test func `stay as long as a copy needs them`() throws {
        let fixture = try S3Fixture(buckets: ["photos", "other"])
        try fixture.send("PUT", "/photos/a", body: [1, 2, 3])
        try fixture.send("PUT", "/other/b", ["x-amz-copy-source": "/photos/a"])
        #expect(try fixture.files().count == 1)
        try fixture.send("PUT", "/photos/a", body: [9])
        #expect(try fixture.send("GET", "/other/b").body == [1, 2, 3])
        try fixture.send("DELETE", "/other/b")
        #expect(try fixture.files().count == 1)
    }

    /// A read that was answered before in the writer's order has the file open when its name goes.
    @Test func `are read whole while others replace and delete them`() throws {
        let fixture = try S3Fixture()
        let bodies = (0..<8).map { [UInt8](repeating: $0, count: 10_000) }
        try fixture.send("PUT", "/photos/a", body: bodies[0])
        for round in 0..<20 {
            let waiting = [
                try fixture.begin("GET", "/photos/a"),
                try fixture.begin("PUT", "/photos/a", body: bodies[round % 8]),
                try fixture.begin("GET", "/photos/a"), try fixture.begin("DELETE", "/photos/a"),
                try fixture.begin("PUT", "/photos/a", body: bodies[(round + 1) % 8]),
            ]
            let answers = try waiting.map { try $0() }
            #expect(bodies.contains(answers[0].body))
            #expect(answers[2].body == bodies[round % 8])
        }
        #expect(try fixture.files().count == 1)
    }

    @Test(arguments: ["../../../../tmp/escape", "..", "a/../../b", "/etc/passwd", "a\u{1}b"])
    func `never have a key's name`(key: String) throws {
        let fixture = try S3Fixture()
        let target = "/photos/" + PercentEncoding.encode(key)
        #expect(try fixture.send("PUT", target, body: [7]).outcome == "200")
        #expect(try fixture.send("GET", target).body == [7])
        #expect(try fixture.files().count == 1)
        #expect(try fixture.send("GET", "/photos?encoding-type=url").texts(of: "Key").count == 1)
    }
}
