import LocalHTTP
import Testing

@testable import LocalS3
@testable import LocalServiceKit

@Suite struct `A bucket's policy` {
    private static let role = "arn:aws:iam::000000000000:role/front-door"

    @Test(arguments: [
        ("a/*", "a/b/c.jpg", true), ("a/*", "a/", true), ("a/*", "b/a/", false), ("a/?", "a/b", true),
        ("a/?", "a/", false), ("a/?", "a/bc", false), ("a/??/*", "a/b//c", true), ("a/?/*", "a/é/c", true),
        ("a/*/../*", "a/b/../c", true), ("a/*/../*", "a/b/..c/d", false), ("a/*/..", "a/b/c/..", true),
        ("a/*/..", "a/b/...", false), ("*", "", true), ("", "a", false), ("a*b*c", "abbc", true),
        ("a*b*c", "abcb", false), ("a.b", "aXb", false), ("A", "a", false), ("**", "ab", true),
    ])
    func `has patterns in which slashes are like other characters`(pattern: String, key: String, fits: Bool) {
        #expect(PolicyPattern(pattern).matches(key) == fits)
    }

    @Test func `finds out about a long key in no time`() {
        let key = String(repeating: "a", count: 1024)
        #expect(!PolicyPattern(String(repeating: "a*", count: 200) + "b").matches(key))
    }

    @Test(arguments: [
        ("PUT", "/photos/a/x", "403 AccessDenied"), ("PUT", "/photos/b/x", "200"),
        ("GET", "/photos/a/x", "404"),
        ("POST", "/photos/a/x?uploads", "403 AccessDenied"), ("POST", "/photos/b/x?uploads", "200"),
        ("PUT", "/photos/a/x?uploadId=u&partNumber=1", "403 AccessDenied"),
        ("POST", "/photos/a/x?uploadId=u", "403 AccessDenied"), ("DELETE", "/photos/a/x", "204"),
        ("PUT", "/other/a/x", "200"),
    ])
    func `forbids all that makes an object, and nothing else`(
        method: String,
        target: String,
        outcome: String
    ) throws {
        let fixture = try S3Fixture(buckets: ["photos", "other"])
        try fixture.put(Self.policy(#""*""#, "photos/a/*"))
        let part = "<Part><PartNumber>1</PartNumber><ETag>\"e\"</ETag></Part>"
        let isCompletion = target.hasSuffix("uploadId=u")
        let parts = "<CompleteMultipartUpload>\(part)</CompleteMultipartUpload>"
        let body = isCompletion ? Array(parts.utf8) : [1]
        let answer = try fixture.send(method, target, body: method == "GET" ? [] : body)
        #expect(answer.outcome.hasPrefix(outcome))
        #expect(try fixture.send("GET", "/photos/a/x").status == 404)
    }

    @Test(arguments: [("/photos/a/x", 403), ("/photos/b/x", 200)])
    func `holds for copies too`(target: String, status: Int) throws {
        let fixture = try S3Fixture()
        try fixture.send("PUT", "/photos/source", body: [1])
        try fixture.put(Self.policy(#""*""#, "photos/a/*"))
        let source: HTTPHeaders = ["x-amz-copy-source": "/photos/source"]
        #expect(try fixture.send("PUT", target, source).status == status)
        let part = try fixture.send("PUT", target + "?uploadId=u&partNumber=1", source)
        #expect(part.status == (status == 403 ? 403 : 404))
    }

    @Test(arguments: [
        (#""*""#, 403, 403), (#"{"AWS":"*"}"#, 403, 403), (#"{"AWS":"\#(role)"}"#, 403, 200),
        (#"{"AWS":["\#(role)-2"]}"#, 200, 200), (#"{"AWS":"000000000000"}"#, 403, 403),
        (#"{"AWS":"arn:aws:iam::000000000000:root"}"#, 403, 403), (#"{"AWS":"111111111111"}"#, 200, 200),
    ])
    func `is about the callers that it names`(principal: String, ofRole: Int, ofAccount: Int) throws {
        let fixture = try S3Fixture()
        try fixture.put(Self.policy(principal, "photos/*"))
        let answer = try fixture.send("PUT", "/photos/x", body: [1], from: .role(arn: Self.role))
        #expect(answer.status == ofRole)
        #expect(try fixture.send("PUT", "/photos/x", body: [1]).status == ofAccount)
    }

    @Test func `comes back as it was put, outlives a restart, and ends when it is taken away`() throws {
        let fixture = try S3Fixture()
        #expect(try fixture.send("GET", "/photos?policy").outcome == "404 NoSuchBucketPolicy")
        let text = Self.policy(#""*""#, "photos/*")
        try fixture.put(text)
        try fixture.restart()
        let answer = try fixture.send("GET", "/photos?policy")
        #expect(answer.body == Array(text.utf8) && answer.headers["Content-Type"] == "application/json")
        #expect(try fixture.send("PUT", "/photos/x").status == 403)
        #expect(try fixture.send("DELETE", "/photos?policy").status == 204)
        #expect(try fixture.send("PUT", "/photos/x").status == 200)
    }

    @Test(arguments: [
        ("", "Policies must be valid JSON"), ("[]", "Policies must be valid JSON"),
        ("{", "Policies must be valid JSON"),
        ("{}", "Missing required field Statement"),
        (policy(#""*""#, "other/*"), "Policy has invalid resource"),
        (policy(#""*""#, ""), "invalid resource"),
        (policy(#"{"AWS":"somebody"}"#, "photos/*"), "Invalid principal in policy"),
        (policy(#""you""#, "photos/*"), "wrong type"), (policy("1", "photos/*"), "wrong type"),
        (policy(#""*""#, "photos/*", action: "sqs:SendMessage"), "Policy has invalid action"),
        (policy(#""*""#, "photos/*", effect: "Forbid"), "Invalid effect"),
        (#"{"Version":"1","Statement":[]}"#, "valid version"),
    ])
    func `that cannot be read is refused`(text: String, words: String) throws {
        let answer = try S3Fixture().send("PUT", "/photos?policy", body: Array(text.utf8))
        #expect(answer.outcome == "400 MalformedPolicy")
        #expect(answer.text(of: "Message")?.contains(words) == true)
    }

    @Test(arguments: [
        policy(#""*""#, "photos/*", effect: "Allow"), policy(#""*""#, "photos/*", action: "s3:GetObject"),
        policy(#""*""#, "photos/*", action: "s3:*"), policy(#"{"Service":"sns.amazonaws.com"}"#, "photos/*"),
        policy(#""*","Condition":{}"#, "photos/*"), policy(#""*","NotResource":"*""#, "photos/*"),
        #"{"Statement":{"Effect":"Deny","NotPrincipal":"*","NotAction":"*","NotResource":"*"}}"#,
    ])
    func `that asks for what is not enforced is refused, not ignored`(text: String) throws {
        let fixture = try S3Fixture()
        let answer = try fixture.send("PUT", "/photos?policy", body: Array(text.utf8))
        #expect(answer.outcome == "501 NotImplemented")
        #expect(try fixture.send("GET", "/photos?policy").status == 404)
    }

    @Test func `has at most 20 KB`() throws {
        let long = Self.policy(#""*""#, "photos/" + String(repeating: "a", count: 20 << 10))
        let answer = try S3Fixture().send("PUT", "/photos?policy", body: Array(long.utf8))
        #expect(answer.outcome == "400 PolicyTooLarge")
    }

    private static func policy(
        _ principal: String,
        _ resource: String,
        action: String = "s3:PutObject",
        effect: String = "Deny"
    ) -> String {
        #"{"Version":"2012-10-17","Statement":[{"Effect":"\#(effect)","Principal":\#(principal),"#
            + #""Action":"\#(action)","Resource":["arn:aws:s3:::\#(resource)"]}]}"#
    }
}

extension S3Fixture {
    fileprivate func put(_ policy: String) throws {
        #expect(try send("PUT", "/photos?policy", body: Array(policy.utf8)).outcome == "204")
    }
}
