/// What one attempt of a call brought.
struct CallAnswer {
    /// The answer, or what went wrong.
    let result: Result<HTTPResponse, AWSError>
    /// The response, for what its header section says besides.
    let response: HTTPResponse?

    /// No answer came.
    init(_ error: AWSError) {
        self.init(.failure(error), nil)
    }

    /// Judges what the transport brought for `call`.
    init(_ result: Result<HTTPResponse, HTTPError>, of call: AWSCall, signedFor region: String) {
        switch result {
        case .failure(let error):
            self.init(AWSError(.unanswered(error), error.detail).during(call))
        case .success(let response) where response.isSuccess && !Self.hidesError(response, call):
            self.init(.success(response), response)
        case .success(let response):
            self.init(.failure(AWSErrorDecoder.error(response, of: call, signedFor: region)), response)
        }
    }

    private init(_ result: Result<HTTPResponse, AWSError>, _ response: HTTPResponse?) {
        self.result = result
        self.response = response
    }

    private static func hidesError(_ response: HTTPResponse, _ call: AWSCall) -> Bool {
        call.mayFailInSuccess && XMLTree(parsing: response.body)?.name == "Error"
    }
}
