import Testing

@testable import PipelineRuntime

@Suite struct `Signing` {
    private let time = WallTime(millisecondsSince1970: 1_440_938_160_000)

    private func signed(
        _ request: HTTPRequest,
        _ rules: SigningRules,
        token: String? = nil
    ) throws -> HTTPRequest {
        RequestSigner(region: "eu-west-1", service: "x", rules: rules).sign(
            request,
            to: try #require(HTTPURL(request.url)),
            payload: .empty,
            credentials: AWSCredentials(accessKeyID: "A", secretAccessKey: "s", sessionToken: token),
            at: time
        )
    }

    @Test func `a session token is sent and signed`() throws {
        let headers = try signed(HTTPRequest("GET", "https://h/"), .standard, token: "T").headers
        #expect(headers["X-Amz-Security-Token"] == "T")
        #expect(
            headers["Authorization"]?.contains("SignedHeaders=host;x-amz-date;x-amz-security-token,") == true
        )
    }

    @Test func `only S3 is told the payload's hash`() throws {
        let request = HTTPRequest("GET", "https://h/")
        #expect(try signed(request, .s3).headers["x-amz-content-sha256"]?.hasPrefix("e3b0c442") == true)
        #expect(try signed(request, .standard).headers["x-amz-content-sha256"] == nil)
    }

    @Test func `fields that change on the way are not signed`() throws {
        let fields: HTTPHeaders = [
            "User-Agent": "a", "X-Amzn-Trace-Id": "b", "Expect": "", "Content-Type": "c",
        ]
        let headers = try signed(HTTPRequest("GET", "https://h/", headers: fields), .standard).headers
        #expect(headers["Authorization"]?.contains("SignedHeaders=content-type;host;x-amz-date,") == true)
    }

    @Test func `signing again replaces the first signature`() throws {
        let once = try signed(HTTPRequest("GET", "https://h/"), .s3, token: "T")
        #expect(try signed(once, .s3, token: "T") == once)
    }

    @Test(arguments: [
        ("/a/../b", "/a/../b", "/b"), ("/a//b/", "/a//b/", "/a/b/"), ("/", "/", "/"),
        ("/a/./", "/a/./", "/a/"),
        ("/a%20b", "/a%20b", "/a%2520b"), ("/a%2Fb", "/a/b", "/a%252Fb"),
        ("/a+b=c", "/a%2Bb%3Dc", "/a%2Bb%3Dc"),
        ("/%e1%88%b4", "/%E1%88%B4", "/%25e1%2588%25b4"), ("/..", "/..", "/"), ("/a/..", "/a/..", "/"),
        ("/100%", "/100%25", "/100%25"), ("/%zz", "/%25zz", "/%25zz"),
    ])
    func `S3 signs a path as it is, others normalised and encoded twice`(
        path: String,
        s3: String,
        other: String
    ) {
        #expect(SigningRules.s3.canonicalPath(path) == s3)
        #expect(SigningRules.standard.canonicalPath(path) == other)
    }

    @Test(arguments: [
        ("", ""), ("uploads", "uploads="), ("b=2&a=1", "a=1&b=2"), ("a=2&a=1", "a=1&a=2"),
        ("a-b=1&a=1", "a=1&a-b=1"),
        ("a=b=c", "a=b%3Dc"), ("a=%7e", "a=~"), ("a=x+y", "a=x%2By"), ("a=/", "a=%2F"), ("&&a=1&", "a=1"),
        ("B=1&a=1", "B=1&a=1"),
    ])
    func `a query is sorted and encoded anew`(query: String, canonical: String) {
        #expect(SignableRequest.canonicalQuery(query) == canonical)
    }

    @Test func `a secret is not shown`() {
        let credentials = AWSCredentials(accessKeyID: "AKID", secretAccessKey: "hush", sessionToken: "hush")
        #expect("\(credentials) \(String(reflecting: credentials))".contains("hush") == false)
    }
}
