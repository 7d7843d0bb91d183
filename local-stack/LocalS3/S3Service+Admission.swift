import LocalHTTP
import LocalServiceKit

extension S3Service {
    /// Verifies who signed the request and recognises what it asks for.
    func admit(_ request: S3Request, from origin: RequestOrigin) throws(ServiceError) -> AdmittedRequest {
        let authorization = try authorization(of: request)
        try verify(request, authorization, from: origin)
        return AdmittedRequest(
            request: request,
            operation: try S3Operation(request),
            isSigned: authorization != .anonymous,
            chunkSigner: authenticator.chunkSigner(authorization)
        )
    }

    /// Takes a body that is in memory the way that it would have taken from the wire.
    func receive(
        _ bytes: [UInt8],
        of request: HTTPRequest,
        from origin: RequestOrigin
    ) -> Result<UploadSink, BodyRefusal> {
        var head = request
        head.body = .bytes([])
        switch plan(head, from: origin) {
        case .refuse(let response): return .failure(BodyRefusal(response))
        case .sink(let sink as UploadSink):
            do throws(BodyRefusal) {
                try bytes.withUnsafeBufferPointer { bytes throws(BodyRefusal) in
                    try sink.write(UnsafeRawBufferPointer(bytes))
                }
                try sink.finish()
                return .success(sink)
            } catch {
                return .failure(error)
            }
        case .sink, .memory: preconditionFailure("S3 plans sinks only")
        }
    }

    /// The answer to a request whose path or query cannot be read.
    static func answer(toUnreadable head: HTTPRequest, _ error: ServiceError) -> HTTPResponse {
        .s3Error(error, resource: head.rawPath, isHead: head.method == "HEAD", requestID: S3Request.newID())
    }

    private func authorization(of request: S3Request) throws(ServiceError) -> Authorization {
        do throws(AuthenticationError) {
            return try Authorization(of: request.head)
        } catch {
            throw error.s3Error(of: request.head)
        }
    }

    private func verify(
        _ request: S3Request,
        _ authorization: Authorization,
        from origin: RequestOrigin
    ) throws(ServiceError) {
        // A browser asks without credentials whether it may ask.
        if authorization == .anonymous, request.head.method == "OPTIONS" { return }
        let hash: String =
            if case .version4(let signature) = authorization {
                try Self.payloadHash(request, signature)
            } else {
                ""
            }
        do throws(AuthenticationError) {
            try authenticator.verify(
                request.head,
                authorization,
                from: origin,
                payloadHash: hash,
                bucketOfHost: request.isVirtualHosted ? request.bucket : nil
            )
        } catch {
            throw error.s3Error(of: request.head)
        }
    }

    private static func payloadHash(
        _ request: S3Request,
        _ signature: SignatureV4
    ) throws(ServiceError) -> String {
        let name = "x-amz-content-sha256"
        if signature.lifetime == nil || signature.signedHeaders.contains(name) {
            guard let hash = request.head.headers[name] else { throw .missingHeader(name) }
            return hash
        }
        // A link has no digest of a body that its maker did not know; a client may add one that is not signed.
        return request.query.first { $0.name.isSameHeaderName(as: name) }?.value ?? "UNSIGNED-PAYLOAD"
    }
}
