/// Stores and fetches objects.
package struct S3Client {
    let client: AWSClient

    /// Makes a client.
    package init(_ client: AWSClient) {
        self.client = client
    }

    /// Fetches an object into memory.
    ///
    /// - Parameters:
    ///   - location: The object.
    ///   - maximumByteCount: The most bytes that are accepted.
    /// - Returns: The object.
    /// - Throws: An error with `isNotFound` when there is no such object and its bucket may be listed; without that
    ///   permission S3 answers `AccessDenied`. `HTTPError.Kind.responseTooLarge` when the object is larger.
    package func get(_ location: S3Location, maximumByteCount: Int) throws(AWSError) -> S3Object {
        var call = try call("GetObject", "GET", location)
        call.maximumResponseByteCount = maximumByteCount
        let response = try client.send(call)
        return S3Object(bytes: response.body, info: S3ObjectInfo(response.headers))
    }

    /// Fetches an object into a file, which is created or replaced; a failure leaves none.
    package func get(
        _ location: S3Location,
        toFile path: String,
        maximumByteCount: Int
    ) throws(AWSError) -> S3ObjectInfo {
        var call = try call("GetObject", "GET", location)
        call.maximumResponseByteCount = maximumByteCount
        call.destination = .file(path: path)
        return S3ObjectInfo(try client.send(call).headers)
    }

    /// Asks about an object.
    ///
    /// - Returns: What S3 says; `nil` when there is no such object.
    package func head(_ location: S3Location) throws(AWSError) -> S3ObjectInfo? {
        do {
            return S3ObjectInfo(try client.send(call("HeadObject", "HEAD", location)).headers)
        } catch {
            guard error.status == 404 else { throw error }
            return nil
        }
    }

    /// Stores an object.
    ///
    /// - Returns: Its tag.
    @discardableResult
    package func put(_ upload: S3Upload) throws(AWSError) -> String {
        try etag(client.send(call(upload)))
    }

    /// Stores several objects at once.
    ///
    /// - Returns: Their tags, or why one could not be stored, in the order of the uploads.
    package func put(_ uploads: [S3Upload]) -> [Result<String, AWSError>] {
        let calls = uploads.map { upload in Result { () throws(AWSError) in try call(upload) } }
        var answers = client.send(calls.compactMap { try? $0.get() })[...]
        return calls.map { call in
            call.flatMap { _ in (answers.popFirst() ?? .failure(Self.noAnswer)).map(etag) }
        }
    }

    /// Copies an object inside S3.
    ///
    /// - Parameters:
    ///   - source: The object.
    ///   - target: Where the copy is stored.
    ///   - contentType: The copy's media type, which has no fields then; `nil` keeps type and fields.
    ///   - etag: The tag that the object must have; `nil` copies whatever is there.
    /// - Throws: An error with `isPreconditionFailed` when the object has another tag.
    package func copy(
        _ source: S3Location,
        to target: S3Location,
        as contentType: String? = nil,
        ifTagged etag: String? = nil
    ) throws(AWSError) {
        var call = try call("CopyObject", "PUT", target)
        try check(source, call)
        let path = "/\(source.bucket)/\(source.key)"
        call.headers.add("x-amz-copy-source", PercentEncoding.encode(path, keepsSlashes: true))
        if let etag { call.headers.add("x-amz-copy-source-if-match", etag) }
        if let contentType {
            call.headers.add("x-amz-metadata-directive", "REPLACE")
            call.headers.add("Content-Type", contentType)
        }
        call.body = .bytes([])
        call.mayFailInSuccess = true
        // A copy is answered when it is done.
        call.stallTimeout = .seconds(60)
        _ = try client.send(call)
    }

    /// Deletes an object; one that is not there is no error.
    package func delete(_ location: S3Location) throws(AWSError) {
        _ = try client.send(call("DeleteObject", "DELETE", location))
    }

    private static let noAnswer = AWSError(.unreadableAnswer, "no answer")

    private func etag(_ response: HTTPResponse) -> String {
        response.headers["ETag"] ?? ""
    }

    private func call(_ upload: S3Upload) throws(AWSError) -> AWSCall {
        var call = try call("PutObject", "PUT", upload.location)
        call.headers = upload.headers
        if let bad = upload.headers.first(where: { !$0.isValid || !$0.value.utf8.allSatisfy { $0 < 0x80 } }) {
            throw AWSError(.invalidArgument, "the field \(bad.name) is not plain ASCII").during(call)
        }
        do {
            call.payload = try PayloadHash(hashing: upload.body)
        } catch {
            throw AWSError(.unanswered(error), error.detail).during(call)
        }
        call.body = upload.body == .none ? .bytes([]) : upload.body
        if case .signed(let digest) = call.payload {
            call.headers.add("x-amz-checksum-sha256", digest.base64)
        }
        return call
    }

    /// An unsigned call that concerns one object.
    func call(_ operation: String, _ method: String, _ location: S3Location) throws(AWSError) -> AWSCall {
        let base = client.configuration.endpoints.baseURL(ofBucket: location.bucket)
        let key = PercentEncoding.encode(location.key, keepsSlashes: true)
        let call = AWSCall(service: .s3, operation: operation, method: method, url: "\(base)/\(key)")
        try check(location, call)
        return call
    }

    private func check(_ location: S3Location, _ call: AWSCall) throws(AWSError) {
        if !location.isValid { throw AWSError(.invalidArgument, "no object: \(location)").during(call) }
    }
}
