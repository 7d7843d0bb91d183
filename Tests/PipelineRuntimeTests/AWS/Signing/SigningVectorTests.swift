import SigningVectors
import Testing

@testable import PipelineRuntime

/// AWS's published signing test suite.
@Suite struct `AWS's signing test suite` {
    @Test(arguments: SigningVector.all)
    func `a request signed in its header section`(vector: SigningVector) {
        let signer = vector.signer
        let added = signer.fields(vector.credentials, payload: vector.payload, at: SigningVector.time)
        let signature = signer.signature(
            of: vector.request(adding: added),
            payload: vector.payload,
            credentials: vector.credentials,
            at: SigningVector.time
        )
        #expect(signature.canonicalRequest == vector.header.canonicalRequest)
        #expect(signature.stringToSign == vector.header.stringToSign)
        #expect(signature.signature == vector.header.signature)
        let authorization = signer.authorization(signature, vector.credentials, at: SigningVector.time)
        #expect(authorization == vector.header.authorization)
    }

    @Test(arguments: SigningVector.all)
    func `a request signed in its query`(vector: SigningVector) {
        let presignable = vector.signer.presignable(
            vector.request(),
            credentials: vector.credentials,
            at: SigningVector.time,
            lifetimeInSeconds: vector.expirationInSeconds
        )
        let signature = vector.signer.signature(
            of: presignable,
            payload: vector.payload,
            credentials: vector.credentials,
            at: SigningVector.time
        )
        #expect(signature.canonicalRequest == vector.query.canonicalRequest)
        #expect(signature.stringToSign == vector.query.stringToSign)
        #expect(signature.signature == vector.query.signature)
    }
}
