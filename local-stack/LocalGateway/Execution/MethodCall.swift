import LocalHTTP

/// A request to one of the API's methods, with what its integration needs of the API.
struct MethodCall: Sendable {
    let method: APIMethod
    let request: MethodRequest
    /// The request as it came.
    let original: HTTPRequest
    let stageVariables: [String: String]
    let binaryMediaTypes: MediaTypeSet
    /// The variables under `$context`; the request's template may change them for the response's.
    var context: GatewayContext

    /// Makes the request to the service.
    var integrationRequest: IntegrationRequestBuilder {
        IntegrationRequestBuilder(
            integration: method.integration,
            request: request,
            stageVariables: stageVariables,
            binaryMediaTypes: binaryMediaTypes
        )
    }

    /// Makes the caller's answer.
    var integrationResponse: IntegrationResponseBuilder {
        IntegrationResponseBuilder(
            integration: method.integration,
            request: request,
            stageVariables: stageVariables,
            binaryMediaTypes: binaryMediaTypes
        )
    }
}
