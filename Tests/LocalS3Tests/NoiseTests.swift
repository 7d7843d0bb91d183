import LocalHTTP
import Testing

@Suite struct `Requests of nonsense` {
    private static let methods = ["GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "PATCH", "x"]
    private static let paths = [
        "/", "//", "/photos", "/photos/", "/photos/a", "/photos//", "/%00", "/%", "/%FF", "/photos/%2F..%2F",
        "/photos/a/../b", "/_", "/absent/a",
    ]
    private static let names = [
        "uploads", "uploadId", "partNumber", "versionId", "list-type", "max-keys", "marker", "prefix",
        "delimiter",
        "continuation-token", "encoding-type", "delete", "tagging", "acl", "lifecycle", "policy", "location",
        "versions", "attributes", "response-expires", "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date",
        "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Signature", "AWSAccessKeyId", "Signature", "Expires",
        "x-amz-meta-a", "key-marker", "max-parts", "max-uploads", "part-number-marker",
    ]
    private static let headers = [
        "Range", "If-Match", "If-None-Match", "If-Modified-Since", "Content-MD5", "Content-Length",
        "Authorization",
        "x-amz-date", "Date", "x-amz-content-sha256", "x-amz-copy-source", "x-amz-copy-source-range",
        "x-amz-tagging",
        "x-amz-trailer", "x-amz-decoded-content-length", "x-amz-checksum-crc32", "x-amz-checksum-algorithm",
        "x-amz-checksum-type", "x-amz-sdk-checksum-algorithm", "Content-Encoding", "Host", "x-amz-acl",
        "x-amz-metadata-directive", "x-amz-mp-object-size", "x-amz-object-attributes",
    ]
    private static let values = [
        "", "0", "1", "-1", "2", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "a",
        "*", "/",
        "null", "url", "test", "bytes=0-", "bytes=-9223372036854775807",
        "bytes=9223372036854775806-9223372036854775807",
        "bytes=0-9223372036854775807", "photos/a", "photos/photos", "AWS test:x", "AWS4-HMAC-SHA256",
        "AWS4-HMAC-SHA256 Credential=test/20260101/a/s3/aws4_request,SignedHeaders=host;;x,Signature=",
        "test/20260101/us-east-1/s3/aws4_request", "20260101T000000Z", "Thu, 01 Jan 2026 00:00:00 GMT",
        "Thu, 99999999999 Jan 9223372036854775807 00:00:00 GMT", "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "aws-chunked", "x-amz-checksum-crc32", "AAAAAA==", "====",
        "%F0%9F",
        "ü", "COMPOSITE", "CRC32", "REPLACE", "a=b&c", "host", ".localhost", "s3.localhost",
        "a.s3.localhost:x",
    ]
    private static let bodies = [
        "", "x", "<", "<a/>", "5\r\nhello\r\n0\r\n\r\n", "0\r\n\r\n", "<Delete/>",
        "<Tagging><TagSet/></Tagging>",
        "<Delete><Object><Key>a</Key></Object></Delete>",
        "<LifecycleConfiguration><Rule/></LifecycleConfiguration>",
        "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag/></Part></CompleteMultipartUpload>",
    ]

    /// Each has an answer of its own, and none of them ends the process.
    @Test(arguments: 1...8)
    func `requests of nonsense are all answered`(seed: UInt64) throws {
        var numbers = SplitMix(state: seed)
        let fixture = try S3Fixture()
        for _ in 0..<400 {
            let (method, target, headers, body) = Self.request(&numbers)
            let answer = try fixture.send(method, target, headers, body: Array(body.utf8))
            #expect(
                (200..<600).contains(answer.status) && answer.status != 500,
                "\(method) \(target) \(headers)"
            )
        }
        #expect(try fixture.send("GET", "/").outcome == "200")
    }

    private static func request(
        _ numbers: inout SplitMix
    ) -> (String, String, HTTPHeaders, String) {
        func one(_ texts: [String]) -> String { texts.randomElement(using: &numbers) ?? "" }
        let items = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
            one(names) + "=" + PercentEncoding.encode(one(values))
        }
        var fields = HTTPHeaders()
        for _ in 0..<Int.random(in: 0...4, using: &numbers) { fields[one(headers)] = one(values) }
        let query = items.isEmpty ? "" : "?" + items.joined(separator: "&")
        return (one(methods), one(paths) + query, fields, one(bodies))
    }
}
