import LocalHTTP
import SigningVectors
import Testing

@testable import LocalServiceKit

/// AWS's signing test suite, read from the side of who verifies.
@Suite struct `AWS's signing test suite` {
    @Test(arguments: SigningVector.all.filter(\.normalizesPath))
    func `the signature of every vector of AWS's suite is verified`(vector: SigningVector) throws {
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
            secret: SigningVector.secretAccessKey,
            day: signature.day,
            region: signature.region,
            service: signature.service
        )
        #expect(key.sign(vector.header.stringToSign) == vector.header.signature)
        #expect(signature.signature == vector.header.signature)
    }
}

extension SigningVector {
    /// The request as it arrives.
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
