import LocalHTTP
import LocalStore
import TestClock
import Testing

@testable import LocalServiceKit

/// The examples of "Signing and authenticating REST requests" (Signature Version 2) in the Amazon S3 user guide.
@Suite struct `Signature Version 2` {
    struct Example: Sendable, CustomTestStringConvertible {
        let method: String
        let target: String
        var bucket: String? = "johnsmith"
        let headers: HTTPHeaders
        let signature: String

        var testDescription: String { "\(method) \(target)" }

        var request: HTTPRequest {
            let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
            return HTTPRequest(
                method: method,
                rawPath: parts[0],
                rawQuery: parts.count == 2 ? parts[1] : "",
                headers: headers
            )
        }
    }

    private static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

    private static let examples = [
        Example(
            method: "GET",
            target: "/photos/puppy.jpg",
            headers: ["Date": "Tue, 27 Mar 2007 19:36:42 +0000"],
            signature: "bWq2s1WEIj+Ydj0vQ697zp+IXMU="
        ),
        Example(
            method: "PUT",
            target: "/photos/puppy.jpg",
            headers: ["Content-Type": "image/jpeg", "Date": "Tue, 27 Mar 2007 21:15:45 +0000"],
            signature: "MyyxeRY7whkBe+bq8fHCL/2kKUg="
        ),
        Example(
            method: "GET",
            target: "/?prefix=photos&max-keys=50&marker=puppy",
            headers: ["Date": "Tue, 27 Mar 2007 19:42:41 +0000"],
            signature: "htDYFYduRNen8P9ZfE/s9SuKy0U="
        ),
        Example(
            method: "GET",
            target: "/?acl",
            headers: ["Date": "Tue, 27 Mar 2007 19:44:46 +0000"],
            signature: "c2WLPFtWHVgbEmeEG93a4cG37dM="
        ),
        Example(
            method: "PUT",
            target: "/db-backup.dat.gz",
            bucket: "static.johnsmith.net",
            headers: [
                "Date": "Tue, 27 Mar 2007 21:06:08 +0000", "x-amz-acl": "public-read",
                "content-type": "application/x-download", "Content-MD5": "4gJE4saaMU4BqNR0kLY+lw==",
                "X-Amz-Meta-ReviewedBy": "joe@johnsmith.net", "x-amz-meta-reviewedby": "jane@johnsmith.net",
                "X-Amz-Meta-FileChecksum": "0x02661779", "X-Amz-Meta-ChecksumAlgorithm": "crc32",
            ],
            signature: "ilyl83RwaSoYIEdixDQcA4OnAnc="
        ),
        Example(
            method: "GET",
            target: "/",
            bucket: nil,
            headers: ["Date": "Wed, 28 Mar 2007 01:29:59 +0000"],
            signature: "qGdzdERIC03wnaRNKh6OqZehG9s="
        ),
        Example(
            method: "GET",
            target: "/dictionary/fran%C3%A7ais/pr%c3%a9f%c3%a8re",
            bucket: nil,
            headers: ["Date": "Wed, 28 Mar 2007 01:49:49 +0000"],
            signature: "DNEZGsoieTZ92F3bUfSPQcbGmlM="
        ),
    ]

    @Test(arguments: examples)
    func `is verified as AWS published it`(example: Example) throws {
        let header = "AWS AKIAIOSFODNN7EXAMPLE:" + example.signature
        let signature = try SignatureV2(header: header, example.headers)
        #expect(
            signature.isValid(for: example.request, bucketOfHost: example.bucket, secret: Self.secret)
        )
        #expect(!signature.isValid(for: example.request, bucketOfHost: "other", secret: Self.secret))
        #expect(!signature.isValid(for: example.request, bucketOfHost: example.bucket, secret: "other"))
    }

    @Test func `is verified in a link`() throws {
        let query =
            "AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D&Expires=1175139620"
        let request = HTTPRequest(method: "GET", rawPath: "/photos/puppy.jpg", rawQuery: query)
        let signature = try SignatureV2(query: try #require(request.queryItems))
        #expect(signature.expiresAt?.seconds == 1_175_139_620)
        #expect(signature.isValid(for: request, bucketOfHost: "johnsmith", secret: Self.secret))
    }

    @Test(arguments: ["AWS", "AWS ", "AWS id", "AWS :x", "AWS id:"])
    func `is refused where it cannot be read`(header: String) {
        let headers: HTTPHeaders = ["Date": "Tue, 27 Mar 2007 19:36:42 GMT"]
        #expect(throws: AuthenticationError.self) { try SignatureV2(header: header, headers) }
    }

    @Test func `is valid for a quarter of an hour around its date`() throws {
        let clock = AdjustableClock(now: Timestamp(seconds: 1_175_024_202))
        var request = HTTPRequest(method: "GET", rawPath: "/a", headers: Self.examples[0].headers)
        request.headers["Authorization"] = "AWS test:wrong"
        func failure() -> AuthenticationError? {
            do throws(AuthenticationError) {
                let authorization = try Authorization(of: request)
                try Authenticator(clock: clock).verify(
                    request,
                    authorization,
                    from: .network,
                    payloadHash: ""
                )
                return nil
            } catch {
                return error
            }
        }
        #expect(failure() == .signatureMismatch)
        clock.advance(by: .seconds(901))
        #expect(failure() == .timeTooSkewed(signedAt: clock.now - .seconds(901), now: clock.now))
        request.headers["Date"] = "yesterday"
        #expect(failure() != .signatureMismatch)
    }
}
