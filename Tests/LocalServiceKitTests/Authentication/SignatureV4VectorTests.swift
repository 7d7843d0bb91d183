import Foundation
import LocalHTTP
import Testing

@testable import LocalServiceKit

/// AWS's signing test suite, read from the side of who verifies.
@Suite struct `AWS's signing test suite` {
    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
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
        let header: Expectation

        var testDescription: String { name }

        var request: HTTPRequest {
            let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
            return HTTPRequest(
                method: method,
                rawPath: parts[0],
                rawQuery: parts.count == 2 ? parts[1] : "",
                headers: HTTPHeaders(
                    headers.map { HTTPHeaders.Field(name: $0[0], value: $0[1].replacing("\n", with: " ")) }
                        + [HTTPHeaders.Field(name: "X-Amz-Date", value: "20150830T123600Z")]
                ),
                body: .bytes(Array(body.utf8))
            )
        }
    }

    /// The table that the functions' signer is tested with too; the two share no code.
    private static let all: [Vector] = {
        struct Table: Decodable {
            let vectors: [Vector]
        }
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = tests.appending(path: "PipelineRuntimeTests/AWS/Signing/signing-vectors.json")
        return (try? JSONDecoder().decode(Table.self, from: Data(contentsOf: path)).vectors) ?? []
    }()

    @Test func `AWS's signing test suite is there with all its vectors`() {
        #expect(Self.all.count == 38)
    }

    @Test(arguments: all.filter(\.normalizesPath))
    func `the signature of every vector of AWS's suite is verified`(vector: Vector) throws {
        let authorization = try #require(vector.header.authorization)
        let request = vector.request
        let signature = try SignatureV4(header: authorization, request.headers)
        let signedHash = vector.header.canonicalRequest.split(separator: "\n").last.map(String.init) ?? ""
        var headers = request
        // The session's token and the digest come from the signer, as headers that the table leaves out.
        for line in vector.header.canonicalRequest.split(separator: "\n") where line.hasPrefix("x-amz-") {
            let pair = line.split(separator: ":", maxSplits: 1)
            if pair.count == 2 { headers.headers[String(pair[0])] = String(pair[1]) }
        }
        let canonical = CanonicalRequest(headers, signature, payloadHash: signedHash)
        #expect(canonical.text == vector.header.canonicalRequest)
        let key = SigningKey(
            secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            day: signature.day,
            region: signature.region,
            service: signature.service
        )
        #expect(key.sign(vector.header.stringToSign) == vector.header.signature)
        #expect(signature.signature == vector.header.signature)
    }
}
