import LocalHTTP
import LocalStore
import TestClock
import Testing

@testable import LocalServiceKit

@Suite struct `Who signed a request` {
    private let clock = AdjustableClock(now: Timestamp(seconds: 1_767_225_600))
    private let host: HTTPHeaders = ["Host": "localhost:4566"]

    /// Signs the way a client does, with the secret `test`, `age` after it looked at its clock.
    private func signed(
        _ request: HTTPRequest,
        by key: String = "test",
        age: Duration = .zero,
        headers names: [String] = ["host", "x-amz-content-sha256", "x-amz-date"]
    ) throws -> HTTPRequest {
        var request = request
        let signedAt = clock.now - age
        request.headers["X-Amz-Date"] = signedAt.basicISO8601
        request.headers["X-Amz-Content-SHA256"] = "UNSIGNED-PAYLOAD"
        let day = signedAt.basicISO8601.prefix(8)
        let start =
            "AWS4-HMAC-SHA256 Credential=\(key)/\(day)/eu-west-1/s3/aws4_request, "
            + "SignedHeaders=\(names.joined(separator: ";")), Signature="
        let draft = try SignatureV4(header: start + "0", request.headers)
        request.headers["Authorization"] = start + signature(of: request, draft)
        return request
    }

    private func signature(of request: HTTPRequest, _ draft: SignatureV4) -> String {
        let canonical = CanonicalRequest(request, draft, payloadHash: "UNSIGNED-PAYLOAD")
        let hash = Digest.sha256.of(canonical.text).hexadecimal
        let key = SigningKey(secret: "test", day: draft.day, region: draft.region, service: draft.service)
        return key.sign("AWS4-HMAC-SHA256\n\(draft.signedAt.basicISO8601)\n\(draft.scope)\n\(hash)")
    }

    private func link(age: Duration, lifetime: Int, _ more: String = "") throws -> HTTPRequest {
        let date = (clock.now - age).basicISO8601
        let query =
            "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=test%2F\(date.prefix(8))%2Fus-east-1%2Fs3%2F"
            + "aws4_request&X-Amz-Date=\(date)&X-Amz-Expires=\(lifetime)&X-Amz-SignedHeaders=host\(more)"
        var request = HTTPRequest(method: "GET", rawPath: "/photos/a", rawQuery: query, headers: host)
        let items = QueryItem.parse(query + "&X-Amz-Signature=0") ?? []
        request.rawQuery += "&X-Amz-Signature=" + signature(of: request, try SignatureV4(query: items))
        return request
    }

    private func verify(
        _ request: HTTPRequest,
        from origin: RequestOrigin = .network
    ) throws(AuthenticationError) {
        let authenticator = Authenticator(clock: clock)
        let authorization = try Authorization(of: request)
        try authenticator.verify(request, authorization, from: origin, payloadHash: "UNSIGNED-PAYLOAD")
    }

    private var request: HTTPRequest {
        HTTPRequest(method: "PUT", rawPath: "/photos/a%20b", rawQuery: "x=1&a=%2F", headers: host)
    }

    @Test func `is known by the signature`() throws {
        try verify(try signed(request))
    }

    /// An escape that the client need not have made changes nothing; everything else does.
    @Test func `is not known once the request was changed`() throws {
        let signed = try signed(request)
        var same = signed
        same.rawPath = "/photos/%61%20b"
        try verify(same)
        let changes: [(inout HTTPRequest) -> Void] = [
            { $0.method = "GET" }, { $0.rawPath = "/photos/a" }, { $0.rawQuery = "x=1" },
            { $0.rawQuery += "&y" }, { $0.headers["Host"] = "other" },
        ]
        for change in changes {
            var changed = signed
            change(&changed)
            #expect(throws: AuthenticationError.signatureMismatch) { try verify(changed) }
        }
    }

    @Test(arguments: [-900, -1, 0, 1, 900])
    func `may have a clock that is a little wrong`(seconds: Int) throws {
        try verify(try signed(request, age: .seconds(seconds)))
    }

    @Test(arguments: [-901, 901, 86_400])
    func `may not have a clock that is far wrong`(seconds: Int) throws {
        let signed = try signed(request, age: .seconds(seconds))
        let expected = AuthenticationError.timeTooSkewed(
            signedAt: clock.now - .seconds(seconds),
            now: clock.now
        )
        #expect(throws: expected) { try verify(signed) }
    }

    @Test func `must have signed all of Amazon's headers, and the host`() throws {
        var added = try signed(request)
        added.headers["x-amz-meta-owner"] = "me"
        #expect(throws: AuthenticationError.headersNotSigned(["x-amz-meta-owner"])) { try verify(added) }
        let hostless = try signed(request, headers: ["x-amz-content-sha256", "x-amz-date"])
        #expect(throws: AuthenticationError.headersNotSigned(["host"])) { try verify(hostless) }
    }

    @Test func `gives links that end`() throws {
        try verify(try link(age: .seconds(59), lifetime: 60))
        let ended = try link(age: .seconds(60), lifetime: 60)
        #expect(throws: AuthenticationError.linkExpired(at: clock.now)) { try verify(ended) }
        // Until then the clock may go on for longer than a request would be valid.
        try verify(try link(age: .seconds(86_400), lifetime: 604_800))
        var longer = try link(age: .seconds(70), lifetime: 60)
        longer.rawQuery = longer.rawQuery.replacing("X-Amz-Expires=60", with: "X-Amz-Expires=600")
        #expect(throws: AuthenticationError.signatureMismatch) { try verify(longer) }
    }

    @Test(arguments: [604_801, -1])
    func `gives no link for longer than a week`(seconds: Int) {
        #expect(throws: AuthenticationError.self) { try verify(try link(age: .zero, lifetime: seconds)) }
    }

    @Test(arguments: [
        "Basic dGVzdDp0ZXN0", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 Credential=test",
        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3, SignedHeaders=host, Signature=0",
        "AWS4-HMAC-SHA256 Credential=test/20251231/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0",
        "AWS4-HMAC-SHA256 Credential=////, SignedHeaders=, Signature=", "",
    ])
    func `is unknown where the header cannot be read`(header: String) {
        var headers = host
        headers["Authorization"] = header
        headers["X-Amz-Date"] = "20260101T000000Z"
        let request = HTTPRequest(method: "GET", rawPath: "/", headers: headers)
        #expect(throws: AuthenticationError.self) { try verify(request) }
    }

    @Test func `must be somebody who is known, unless this process itself asks`() throws {
        let nobody = HTTPRequest(method: "GET", rawPath: "/", headers: host)
        #expect(throws: AuthenticationError.unsigned) { try verify(nobody) }
        let stranger = try signed(request, by: "AKIDEXAMPLE")
        #expect(throws: AuthenticationError.unknownKey("AKIDEXAMPLE")) { try verify(stranger) }
        for request in [nobody, stranger] { try verify(request, from: .process) }
        var changed = try signed(request)
        changed.rawPath = "/changed"
        #expect(throws: AuthenticationError.signatureMismatch) { try verify(changed, from: .process) }
    }

    @Test(arguments: [
        ("123456789012", true), ("12345678901", false), ("1234567890123", false), ("١٢٣٤٥٦٧٨٩٠١٢", false),
    ])
    func `may be an account, by its number`(key: String, isKnown: Bool) throws {
        let signed = try signed(request, by: key)
        guard isKnown else {
            #expect(throws: AuthenticationError.unknownKey(key)) { try verify(signed) }
            return
        }
        try verify(signed)
        var changed = signed
        changed.method = "DELETE"
        #expect(throws: AuthenticationError.signatureMismatch) { try verify(changed) }
    }
}
