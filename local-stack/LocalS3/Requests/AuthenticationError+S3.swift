import LocalHTTP
import LocalServiceKit
import LocalStore

extension AuthenticationError {
    /// The error as S3 answers it to that request.
    func s3Error(of head: HTTPRequest) -> ServiceError {
        switch self {
        case .unsigned: .accessDenied
        case .unknownKey(let id):
            ServiceError(
                "InvalidAccessKeyId",
                "The AWS Access Key Id you provided does not exist in our records.",
                status: 403,
                members: ["AWSAccessKeyId": id]
            )
        case .signatureMismatch: .signatureMismatch
        case .payloadMismatch: .payloadMismatch
        case .timeTooSkewed(let signedAt, let now): Self.tooSkewed(signedAt, now)
        case .linkExpired(let end):
            ServiceError(
                "AccessDenied",
                "Request has expired",
                status: 403,
                members: ["Expires": end.iso8601]
            )
        case .malformed(let text) where head.headers["Authorization"] == nil:
            ServiceError("AuthorizationQueryParametersError", text)
        case .malformed(let text): ServiceError("AuthorizationHeaderMalformed", text)
        case .headersNotSigned(let names):
            ServiceError(
                "AccessDenied",
                "There were headers present in the request which were not signed",
                status: 403,
                members: ["HeadersNotSigned": names.joined(separator: ", ")]
            )
        }
    }

    private static func tooSkewed(_ signedAt: Timestamp, _ now: Timestamp) -> ServiceError {
        ServiceError(
            "RequestTimeTooSkewed",
            "The difference between the request time and the current time is too large.",
            status: 403,
            members: [
                "RequestTime": signedAt.basicISO8601, "ServerTime": now.iso8601,
                "MaxAllowedSkewMilliseconds": "900000",
            ]
        )
    }
}
