import LocalHTTP
import LocalStore
import TestClock
import Testing

@testable import LocalS3

@Suite struct `A bucket's lifecycle` {
    private static func rule(_ content: String) -> String {
        "<LifecycleConfiguration><Rule><ID>r</ID><Status>Enabled</Status>\(content)</Rule></LifecycleConfiguration>"
    }

    private static let expiration =
        "<Filter><Prefix>tmp/</Prefix></Filter><Expiration><Days>1</Days></Expiration>"

    /// The clock begins at a midnight: an object of 10:00 ends at the second midnight.
    @Test func `ends objects at the midnight after their last day`() throws {
        let fixture = try S3Fixture()
        try fixture.send("PUT", "/photos?lifecycle", body: Array(Self.rule(Self.expiration).utf8))
        fixture.clock.advance(by: .seconds(10 * 3600))
        for key in ["tmp/a", "kept"] { try fixture.send("PUT", "/photos/" + key, body: [1]) }
        fixture.clock.advance(by: .seconds(14 * 3600 + 1))
        try fixture.writer.settle()
        #expect(try fixture.send("GET", "/photos").texts(of: "Key") == ["kept", "tmp/a"])
        fixture.clock.advance(by: .seconds(24 * 3600))
        try fixture.writer.settle()
        #expect(try fixture.send("GET", "/photos").texts(of: "Key") == ["kept"])
        #expect(try fixture.files().count == 1)
    }

    @Test func `is taken from a deployment`() throws {
        var rule = BucketLifecycle.Rule()
        rule.prefix = "a&b/"
        rule.expirationDays = 3
        rule.abortionDays = 1
        let fixture = try S3Fixture()
        let document = BucketLifecycle(rules: [rule, BucketLifecycle.Rule()]).document
        #expect(try fixture.send("PUT", "/photos?lifecycle", body: document).outcome == "200")
        let kept = LifecycleRule.enabled(in: try XMLReader.read(document))
        #expect(kept.map(\.prefix) == ["a&b/", ""])
        #expect(kept.map(\.expirationDays) == [3, nil])
        #expect(kept.map(\.abortionDays) == [1, nil])
    }

    @Test func `goes on where it stopped`() throws {
        let fixture = try S3Fixture()
        try fixture.send("PUT", "/photos?lifecycle", body: Array(Self.rule(Self.expiration).utf8))
        try fixture.send("PUT", "/photos/tmp/a", body: [1])
        fixture.writer.close()
        fixture.clock.advance(by: .seconds(3 * 86_400))
        try fixture.restart()
        #expect(try fixture.send("GET", "/photos/tmp/a").outcome == "404 NoSuchKey")
    }

    @Test func `ends uploads that nobody completes`() throws {
        let fixture = try S3Fixture()
        let content =
            "<Prefix/><AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation>"
            + "</AbortIncompleteMultipartUpload>"
        try fixture.send("PUT", "/photos?lifecycle", body: Array(Self.rule(content).utf8))
        let id = try #require(try fixture.send("POST", "/photos/a?uploads").text(of: "UploadId"))
        try fixture.send("PUT", "/photos/a?uploadId=\(id)&partNumber=1", body: [1])
        fixture.clock.advance(by: .seconds(3 * 86_400))
        try fixture.writer.settle()
        #expect(try fixture.send("GET", "/photos?uploads").texts(of: "UploadId") == [])
        #expect(try fixture.files() == [])
    }

    @Test(arguments: [
        "<Filter/><Transition><Days>1</Days><StorageClass>GLACIER</StorageClass></Transition>",
        "<Filter><Tag><Key>a</Key><Value>b</Value></Tag></Filter><Expiration><Days>1</Days></Expiration>",
        "<Filter/><Expiration><Date>2030-01-01T00:00:00Z</Date></Expiration>",
        "<Filter/><Expiration><Days>0</Days></Expiration>",
        "<Filter/><Expiration><Days>9223372036854775807</Days></Expiration>",
        "<Filter/><Expiration><Days>x</Days></Expiration>",
    ])
    func `is refused where it would not be followed`(content: String) throws {
        let put = try S3Fixture().send("PUT", "/photos?lifecycle", body: Array(Self.rule(content).utf8))
        #expect(put.outcome == "501 NotImplemented")
    }
}
