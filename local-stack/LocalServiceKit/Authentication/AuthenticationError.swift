package import LocalStore

/// Why a signature is not accepted; every protocol has its own code and text for it.
package enum AuthenticationError: Error, Hashable {
    /// Nobody signed the request.
    case unsigned
    /// The key with that id is not known.
    case unknownKey(String)
    /// The signature is not the one that the request should have.
    case signatureMismatch
    /// The request was signed more than 15 minutes away from now.
    case timeTooSkewed(signedAt: Timestamp, now: Timestamp)
    /// The link was valid until that moment.
    case linkExpired(at: Timestamp)
    /// The authorization cannot be read.
    case malformed(String)
    /// `x-amz-*` headers that the signature does not cover.
    case headersNotSigned([String])
    /// The body is not the one whose digest was signed.
    case payloadMismatch
}

extension AuthenticationError {
    private static let mismatchText =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access "
        + "Key and signing method. Consult the service documentation for details."

    /// The error as DynamoDB answers it: always by 400 ("Error handling with DynamoDB", Developer Guide).
    var jsonError: ServiceError { jsonError(status: 400) }

    /// The error as SQS answers it ("Common errors", API Reference).
    var queueError: ServiceError { jsonError(status: 403) }

    private func jsonError(status: Int) -> ServiceError {
        switch self {
        case .malformed(let text): ServiceError("IncompleteSignatureException", text)
        case .unsigned:
            ServiceError(
                "MissingAuthenticationTokenException",
                queryCode: "MissingAuthenticationToken",
                text,
                status: status
            )
        case .unknownKey:
            ServiceError(
                "UnrecognizedClientException",
                queryCode: "InvalidClientTokenId",
                text,
                status: status
            )
        default: ServiceError("InvalidSignatureException", text, status: status)
        }
    }

    /// The error as services with the Query protocol answer it.
    var queryError: ServiceError {
        switch self {
        case .malformed(let text): ServiceError("IncompleteSignature", text)
        case .unsigned: ServiceError("MissingAuthenticationToken", text, status: 403)
        case .unknownKey: ServiceError("InvalidClientTokenId", text, status: 403)
        default: ServiceError("SignatureDoesNotMatch", text, status: 403)
        }
    }

    private var text: String {
        switch self {
        case .unsigned: return "Request is missing Authentication Token"
        case .unknownKey: return "The security token included in the request is invalid."
        case .signatureMismatch, .payloadMismatch: return Self.mismatchText
        case .timeTooSkewed(let signedAt, let now): return Self.skewText(signedAt, now)
        case .linkExpired: return "Request has expired"
        case .malformed(let text): return text
        case .headersNotSigned(let names):
            return "There were headers present in the request which were not signed: "
                + names.joined(separator: ", ")
        }
    }

    private static func skewText(_ signedAt: Timestamp, _ now: Timestamp) -> String {
        let (limit, relation, state, sign) =
            signedAt < now
            ? (now - .seconds(15 * 60), "earlier", "expired", "-")
            : (now + .seconds(15 * 60), "later", "not yet current", "+")
        return "Signature \(state): \(signedAt.basicISO8601) is now \(relation) than \(limit.basicISO8601) "
            + "(\(now.basicISO8601) \(sign) 15 min.)"
    }
}
