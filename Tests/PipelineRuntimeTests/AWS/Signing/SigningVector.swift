import Foundation
import Testing

@testable import PipelineRuntime

/// One case of AWS's signing test suite.
struct SigningVector: Decodable, Sendable, CustomTestStringConvertible {
    struct Expectation: Decodable, Sendable {
        let canonicalRequest: String
        let stringToSign: String
        let signature: String
        let authorization: String?
    }

    let name: String
    let method: String
    let target: String
    let headers: [[String]]
    let body: String
    let normalizesPath: Bool
    let signsBody: Bool
    let expirationInSeconds: Int
    let sessionToken: String?
    let header: Expectation
    let query: Expectation

    var testDescription: String { name }

    /// All cases; a table that cannot be read leaves none, which a test notices.
    static let all: [SigningVector] = {
        struct Table: Decodable {
            let vectors: [SigningVector]
        }
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "signing-vectors.json"
        )
        guard let data = try? Data(contentsOf: path) else { return [] }
        return (try? JSONDecoder().decode(Table.self, from: data).vectors) ?? []
    }()

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
            secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
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
