import FoundationEssentials

extension AWSClient {
    /// Calls an operation of a service of the AWS JSON protocol.
    ///
    /// - Parameters:
    ///   - service: The service.
    ///   - operation: The operation.
    ///   - input: What is sent.
    ///   - headers: Further header fields.
    ///   - stallTimeout: How long the service may take before the first byte of its answer.
    /// - Returns: The service's answer.
    /// - Throws: The service's error, or `AWSError.Kind.unreadableAnswer` for an answer of another shape.
    func call<Output: Decodable>(
        _ service: AWSService,
        _ operation: String,
        _ input: some Encodable,
        headers: HTTPHeaders = [],
        stallTimeout: Duration = .seconds(10)
    ) throws(AWSError) -> Output {
        var call = AWSCall(
            service: service,
            operation: operation,
            url: configuration.endpoints.baseURL(of: service)
        )
        call.url += "/"
        call.headers = headers
        call.headers.add("X-Amz-Target", "\(service.jsonTarget).\(operation)")
        try call.setJSON(input, contentType: "application/x-amz-json-\(service.jsonVersion)")
        call.stallTimeout = stallTimeout
        return try send(call).decoded(of: call)
    }
}

extension AWSCall {
    /// Sets a body of JSON.
    mutating func setJSON(_ input: some Encodable, contentType: String) throws(AWSError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        do {
            set(body: [UInt8](try encoder.encode(input)), contentType: contentType)
        } catch {
            throw AWSError(.invalidArgument, "\(error)").during(self)
        }
    }

    /// Sets a body, its type and its hash.
    mutating func set(body bytes: [UInt8], contentType: String) {
        headers["Content-Type"] = contentType
        payload = .signed(SHA256.digest(of: bytes))
        body = .bytes(bytes)
    }
}

extension HTTPResponse {
    /// The body, decoded from JSON.
    func decoded<Output: Decodable>(of call: AWSCall) throws(AWSError) -> Output {
        do {
            return try JSONDecoder().decode(Output.self, from: Data(body))
        } catch {
            throw AWSError(.unreadableAnswer, "\(error)", requestID: requestID).during(call)
        }
    }
}
