import LocalHTTP
import LocalStore
import Testing

@testable import LocalS3
@testable import LocalServiceKit

@Suite struct `Buckets` {
    @Test(arguments: [
        "ab", String(repeating: "a", count: 64), "Photos", "a_b", "-ab", "ab-", ".ab", "a..b", "192.168.0.1",
        "xn--a",
        "a-s3alias", "fotos-ü", "a b",
    ])
    func `have names by AWS's rules`(name: String) throws {
        let target = "/" + PercentEncoding.encode(name)
        #expect(try S3Fixture().send("PUT", target).outcome == "400 InvalidBucketName")
    }

    @Test(arguments: ["abc", String(repeating: "a", count: 63), "a.b-c", "1.2.3", "192.168.0.256"])
    func `have any other name`(name: String) throws {
        #expect(try S3Fixture().send("PUT", "/" + name).outcome == "200")
    }

    @Test(arguments: [
        ("photos.localhost:4566", "photos"), ("PHOTOS.localhost", "photos"),
        ("photos.s3.localhost:4566", "photos"), ("a.b.s3.localhost.localstack.cloud:4566", "a.b"),
        ("photos.s3.eu-west-1.amazonaws.com", "photos"), ("photos.s3-eu-west-1.amazonaws.com", "photos"),
        ("s3-photos.localhost", "s3-photos"), ("localhost:4566", nil), ("127.0.0.1:4566", nil),
        ("s3.localhost", nil), ("s3.us-east-1.localhost.localstack.cloud", nil), ("[::1]:4566", nil),
        ("stack:4566", nil), ("", nil),
    ])
    func `are found in a host's name`(host: String, bucket: String?) {
        #expect(BucketHost.bucket(in: host) == bucket)
    }

    @Test func `are found in the host before the path`() throws {
        let fixture = try S3Fixture()
        let host: HTTPHeaders = ["Host": "photos.localhost:4566"]
        try fixture.send("PUT", "/photos/a", host, body: [1])
        #expect(try fixture.send("GET", "/photos/photos/a").body == [1])
        #expect(try fixture.send("GET", "/", host).text(of: "Key") == "photos/a")
        #expect(try fixture.send("GET", "//a").outcome == "400 InvalidBucketName")
    }

    @Test(arguments: [
        ("photos/a", "photos", "a"), ("/photos/a", "photos", "a"), ("photos%2Fa%2Fb", "photos", "a/b"),
        ("/photos/a%3Fb?versionId=null", "photos", "a?b"), ("photos//a", "photos", "/a"),
        ("photos/%C3%BC+", "photos", "ü+"),
    ])
    func `are named by the source of a copy`(header: String, bucket: String, key: String) throws {
        let source = try CopySource(header)
        #expect((source.bucket, source.key) == (bucket, key))
    }

    @Test(arguments: ["", "/", "photos", "photos/", "photos/%", "photos/%FF", "photos/a?versionId=1"])
    func `are not named by anything else`(header: String) {
        #expect(throws: ServiceError.self) { try CopySource(header) }
    }

    @Test(arguments: ["cors", "website", "replication", "object-lock"])
    func `take no setting that would have an effect`(name: String) throws {
        let fixture = try S3Fixture()
        let root = try #require(BucketSetting.all[name]).root
        #expect(try fixture.send("GET", "/photos?" + name).status == 404)
        let put = try fixture.send("PUT", "/photos?" + name, body: Array("<\(root)><x/></\(root)>".utf8))
        #expect(put.outcome == "501 NotImplemented")
    }

    @Test(arguments: ["metrics", "inventory", "analytics", "session", "intelligent-tiering", "abac"])
    func `say what is not there`(name: String) throws {
        let fixture = try S3Fixture()
        #expect(try fixture.send("GET", "/photos?" + name).outcome == "501 NotImplemented")
        #expect(try fixture.send("GET", "/photos/a?versionId=1").outcome == "501 NotImplemented")
        #expect(try fixture.send("POST", "/photos").outcome == "501 NotImplemented")
        #expect(try fixture.send("PATCH", "/photos").outcome == "405 MethodNotAllowed")
    }

    @Test func `keep their settings and lose them when they go`() throws {
        let fixture = try S3Fixture()
        let body = "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"
        #expect(try fixture.send("PUT", "/photos?tagging", body: Array(body.utf8)).outcome == "204")
        #expect(try fixture.send("GET", "/photos?tagging").text(of: "Value") == "b")
        try fixture.send("DELETE", "/photos")
        try fixture.send("PUT", "/photos")
        #expect(try fixture.send("GET", "/photos?tagging").outcome == "404 NoSuchTagSet")
    }

    @Test func `belong to the account that made them`() throws {
        let fixture = try S3Fixture()
        let expected: HTTPHeaders = ["x-amz-expected-bucket-owner": "111111111111"]
        #expect(try fixture.send("GET", "/photos", expected).outcome == "403 AccessDenied")
        #expect(try fixture.send("PUT", "/photos/a", expected, body: [1]).outcome == "403 AccessDenied")
        let right: HTTPHeaders = ["x-amz-expected-bucket-owner": "000000000000"]
        #expect(try fixture.send("PUT", "/photos/a", right, body: [1]).outcome == "200")
    }
}
