import LocalHTTP

extension S3Service {
    /// Verifies who signed the request and recognises what it asks for.
    func admit(_ request: S3Request) throws(ServiceError) -> AdmittedRequest {
        let authorization = try verify(request)
        return AdmittedRequest(
            request: request,
            operation: try S3Operation(request),
            isSigned: authorization != .anonymous,
            chunkSigner: authenticator.chunkSigner(authorization)
        )
    }

    /// Takes a body that is in memory the way that it would have taken from the wire.
    func receive(_ bytes: [UInt8], of request: HTTPRequest) -> Result<UploadSink, BodyRefusal> {
        var head = request
        head.body = .bytes([])
        switch bodyPlan(for: head) {
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

    private func verify(_ request: S3Request) throws(ServiceError) -> Authorization {
        do throws(AuthenticationError) {
            let authorization = try Authorization(of: request.head)
            try authenticator.verify(
                request.head,
                authorization,
                // A link has no digest of a body that its maker did not know.
                payloadHash: request.header("x-amz-content-sha256") ?? "UNSIGNED-PAYLOAD",
                bucketOfHost: request.isVirtualHosted ? request.bucket : nil
            )
            return authorization
        } catch {
            throw error.s3Error
        }
    }
}
