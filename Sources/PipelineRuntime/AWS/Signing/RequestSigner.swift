/// Signs requests by AWS Signature Version 4.
struct RequestSigner: Sendable, Hashable {
    /// The region whose endpoint is asked.
    let region: String
    /// The service's name in signatures.
    let service: String
    /// What is particular to the service.
    let rules: SigningRules

    /// The fields that signing adds: the time, the session token, the payload's hash where the service wants it.
    func fields(_ credentials: AWSCredentials, payload: PayloadHash, at time: WallTime) -> HTTPHeaders {
        var headers: HTTPHeaders = ["X-Amz-Date": time.basicFormat]
        if let token = credentials.sessionToken { headers.add("X-Amz-Security-Token", token) }
        if rules.sendsPayloadHash { headers.add("X-Amz-Content-Sha256", payload.text) }
        return headers
    }

    /// Computes the signature of `request`, to which the fields or query items of signing were added already.
    func signature(
        of request: SignableRequest,
        payload: PayloadHash,
        credentials: AWSCredentials,
        at time: WallTime
    ) -> RequestSignature {
        let scope = scope(time)
        let headers = CanonicalHeaders(request.headers)
        let canonicalRequest = request.canonicalText(rules, headers, payload: payload)
        let stringToSign = scope.stringToSign(canonicalRequest)
        return RequestSignature(
            canonicalRequest: canonicalRequest,
            stringToSign: stringToSign,
            signature: scope.signature(of: stringToSign, secretAccessKey: credentials.secretAccessKey),
            signedNames: headers.signedNames
        )
    }

    /// The value of the `Authorization` field.
    func authorization(
        _ signature: RequestSignature,
        _ credentials: AWSCredentials,
        at time: WallTime
    ) -> String {
        "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope(time).text), "
            + "SignedHeaders=\(signature.signedNames), Signature=\(signature.signature)"
    }

    /// The request with its signature in the header section.
    func sign(
        _ request: HTTPRequest,
        to url: HTTPURL,
        payload: PayloadHash,
        credentials: AWSCredentials,
        at time: WallTime
    ) -> HTTPRequest {
        var signed = request
        for field in fields(credentials, payload: payload, at: time) {
            signed.headers[field.name] = field.value
        }
        let signable = SignableRequest(signed, url: url)
        let signature = signature(of: signable, payload: payload, credentials: credentials, at: time)
        signed.headers["Authorization"] = authorization(signature, credentials, at: time)
        return signed
    }

    func scope(_ time: WallTime) -> CredentialScope {
        CredentialScope(time, region: region, service: service)
    }
}
