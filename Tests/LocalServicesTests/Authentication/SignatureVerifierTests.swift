import LocalHTTP
import LocalStore
import Testing

@testable import LocalServices

/// The examples of AWS, "Authenticating Requests (AWS Signature Version 4)", Amazon S3 API reference.
@Suite
struct SignatureVerifierTests {
    private static let key = "AKIAIOSFODNN7EXAMPLE"
    private let policy = AuthenticationPolicy(
        secrets: [key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"],
        isStrict: true
    )
    private let emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    /// 2013-05-24T00:00:00Z, when the examples were signed.
    private let then = Timestamp(seconds: 1_369_353_600)

    private func getRequest(signature: String, range: String = "bytes=0-9") -> HTTPRequest {
        let authorization = """
            AWS4-HMAC-SHA256 Credential=\(Self.key)/20130524/us-east-1/s3/aws4_request,\
            SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=\(signature)
            """
        return HTTPRequest(
            method: "GET",
            rawPath: "/test.txt",
            headers: [
                "Host": "examplebucket.s3.amazonaws.com", "Range": range, "x-amz-content-sha256": emptyHash,
                "x-amz-date": "20130524T000000Z", "Authorization": authorization,
            ]
        )
    }

    private let goodSignature = "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"

    private func verify(
        _ request: HTTPRequest,
        payloadHash: String? = nil,
        at moment: Timestamp? = nil,
        policy: AuthenticationPolicy? = nil
    ) throws(SignatureProblem) -> SignatureVerifier.Signer? {
        try SignatureVerifier(policy: policy ?? self.policy).verify(
            request,
            payloadHash: payloadHash ?? emptyHash,
            path: .encodedOnce,
            now: moment ?? then
        )
    }

    @Test func `AWS's signed GET is accepted`() throws {
        let signer = try #require(try verify(getRequest(signature: goodSignature)))
        #expect(signer.scope.accessKeyID == Self.key)
        #expect(signer.scope.region == "us-east-1")
        #expect(signer.key != nil)
    }

    @Test func `AWS's list with a query is accepted`() throws {
        let authorization = """
            AWS4-HMAC-SHA256 Credential=\(Self.key)/20130524/us-east-1/s3/aws4_request,\
            SignedHeaders=host;x-amz-content-sha256;x-amz-date,\
            Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7
            """
        let request = HTTPRequest(
            method: "GET",
            rawPath: "/",
            rawQuery: "max-keys=2&prefix=J",
            headers: [
                "Host": "examplebucket.s3.amazonaws.com", "x-amz-content-sha256": emptyHash,
                "x-amz-date": "20130524T000000Z", "Authorization": authorization,
            ]
        )
        #expect(try verify(request) != nil)
    }

    private func presigned(expires: String = "86400") -> HTTPRequest {
        HTTPRequest(
            method: "GET",
            rawPath: "/test.txt",
            rawQuery: """
                X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=\(Self.key)%2F20130524%2Fus-east-1%2Fs3%2F\
                aws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=\(expires)&X-Amz-SignedHeaders=host&\
                X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404
                """,
            headers: ["Host": "examplebucket.s3.amazonaws.com"]
        )
    }

    @Test func `AWS's presigned link is accepted until it expires`() throws {
        let hash = "UNSIGNED-PAYLOAD"
        #expect(try verify(presigned(), payloadHash: hash, at: then + .seconds(86_400)) != nil)
        #expect(throws: SignatureProblem.expired) {
            try verify(presigned(), payloadHash: hash, at: then + .seconds(86_401))
        }
        #expect(throws: SignatureProblem.self) { try verify(presigned(expires: "86401"), payloadHash: hash) }
    }

    @Test func `another signature, header or payload is a mismatch`() {
        for request in [
            getRequest(signature: goodSignature.replacing("f0", with: "f1")),
            getRequest(signature: goodSignature, range: "bytes=0-8"),
        ] {
            let problem = #expect(throws: SignatureProblem.self) { try verify(request) }
            guard case .mismatch = problem else {
                Issue.record("not a mismatch")
                continue
            }
        }
        #expect(throws: SignatureProblem.self) {
            try verify(getRequest(signature: goodSignature), payloadHash: "UNSIGNED-PAYLOAD")
        }
    }

    @Test(arguments: [-901, 901])
    func `a date too far away is refused`(seconds: Int) {
        #expect(throws: SignatureProblem.skewed) {
            try verify(getRequest(signature: goodSignature), at: then + .seconds(seconds))
        }
    }

    @Test func `an unknown key is let in unless the policy is strict`() throws {
        let request = getRequest(signature: "whatever")
        #expect(throws: SignatureProblem.unknownKey(Self.key)) {
            try verify(request, policy: AuthenticationPolicy(isStrict: true))
        }
        let signer = try verify(request, policy: AuthenticationPolicy())
        #expect(signer?.key == nil)
        #expect(signer?.scope.service == "s3")
    }

    @Test(arguments: [
        "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 Credential",
        "AWS4-HMAC-SHA256 Credential=a/b,SignedHeaders=host,Signature=x",
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,Signature=x",
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130525/us-east-1/s3/aws4_request,SignedHeaders=host,Signature=x",
    ])
    func `a malformed header is refused`(authorization: String) {
        var request = getRequest(signature: goodSignature)
        request.headers["Authorization"] = authorization
        let problem = #expect(throws: SignatureProblem.self) { try verify(request) }
        guard case .malformed = problem else {
            Issue.record("not malformed")
            return
        }
    }

    @Test func `a request without a date is refused, one without a signature has no signer`() throws {
        var request = getRequest(signature: goodSignature)
        request.headers["x-amz-date"] = nil
        #expect(throws: SignatureProblem.missingDate) { try verify(request) }
        request.headers["Authorization"] = nil
        #expect(try verify(request) == nil)
    }
}
