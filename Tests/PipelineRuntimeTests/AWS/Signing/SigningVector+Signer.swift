import SigningVectors

@testable import PipelineRuntime

extension SigningVector {
    /// The moment of all cases.
    static let time = WallTime(millisecondsSince1970: 1_440_938_160_000)

    var signer: RequestSigner {
        RequestSigner(
            region: "us-east-1",
            service: "service",
            rules: SigningRules(
                normalizesPath: normalizesPath,
                encodesPathTwice: true,
                sendsPayloadHash: signsBody
            )
        )
    }

    var credentials: AWSCredentials {
        AWSCredentials(
            accessKeyID: "AKIDEXAMPLE",
            secretAccessKey: Self.secretAccessKey,
            sessionToken: sessionToken
        )
    }

    var payload: PayloadHash { .signed(SHA256.digest(of: body.utf8)) }

    /// The request, with `added` fields behind its own.
    func request(adding added: HTTPHeaders = []) -> SignableRequest {
        let path = target.prefix { $0 != "?" }
        return SignableRequest(
            method: method,
            path: String(path),
            query: String(target.dropFirst(path.count + 1)),
            headers: HTTPHeaders(headers.map { HTTPHeader($0[0], $0[1]) } + added.fields)
        )
    }
}
