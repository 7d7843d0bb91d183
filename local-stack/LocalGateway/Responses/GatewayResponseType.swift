/// Answers that an API gives itself, without the service behind it; names, statuses and texts are API Gateway's.
enum GatewayResponseType: String, Sendable, CaseIterable {
    case badRequestBody = "BAD_REQUEST_BODY"
    case badRequestParameters = "BAD_REQUEST_PARAMETERS"
    case badRequest = "BAD_REQUEST"
    case missingAuthenticationToken = "MISSING_AUTHENTICATION_TOKEN"
    case requestTooLarge = "REQUEST_TOO_LARGE"
    case unsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE"
    /// Not given on one machine.
    case throttled = "THROTTLED"
    case configurationError = "API_CONFIGURATION_ERROR"
    case integrationFailure = "INTEGRATION_FAILURE"

    var status: Int {
        switch self {
        case .badRequestBody, .badRequestParameters, .badRequest: 400
        case .missingAuthenticationToken: 403
        case .requestTooLarge: 413
        case .unsupportedMediaType: 415
        case .throttled: 429
        case .configurationError: 500
        case .integrationFailure: 504
        }
    }

    /// `$context.error.message` where the occasion has no better one.
    var message: String {
        switch self {
        case .badRequestBody: "Invalid request body"
        case .badRequestParameters: "Missing required request parameters"
        case .badRequest: "Bad Request"
        case .missingAuthenticationToken: "Missing Authentication Token"
        case .requestTooLarge: "Request Too Long"
        case .unsupportedMediaType: "Unsupported Media Type"
        case .throttled: "Too Many Requests"
        case .configurationError: "Internal server error"
        case .integrationFailure: "Network error communicating with endpoint"
        }
    }

    /// The value of the header `x-amzn-ErrorType`.
    var errorType: String {
        switch self {
        case .badRequestBody, .badRequestParameters, .badRequest: "BadRequestException"
        case .missingAuthenticationToken: "MissingAuthenticationTokenException"
        case .requestTooLarge: "RequestTooLargeException"
        case .unsupportedMediaType: "UnsupportedMediaTypeException"
        case .throttled: "TooManyRequestsException"
        case .configurationError, .integrationFailure: "InternalServerErrorException"
        }
    }
}
