extension AWSError {
    /// The HTTP status of the service's answer, if one came.
    package var status: Int? {
        switch kind {
        case .refused(let status): status
        case .conditionFailed: 400
        case .unanswered, .unreadableAnswer, .noCredentials, .invalidArgument: nil
        }
    }

    /// Whether the same call may succeed later, as AWS's SDKs judge it in their standard retry mode.
    package var isRetryable: Bool {
        switch kind {
        case .refused(let status):
            isThrottling || [500, 502, 503, 504].contains(status) || Self.transientCodes.contains(code)
        case .unanswered(let error): error.isRetryable
        case .noCredentials(let isRetryable): isRetryable
        case .unreadableAnswer: true
        case .conditionFailed, .invalidArgument: false
        }
    }

    /// Whether the service asks for fewer calls.
    var isThrottling: Bool {
        guard case .refused(let status) = kind else { return false }
        return status == 429 || Self.throttlingCodes.contains(code)
    }

    /// Whether the object, bucket, queue, topic or table that was asked for does not exist.
    package var isNotFound: Bool {
        status == 404 || Self.absenceCodes.contains(code)
    }

    /// Whether an object was there already that must not be replaced, or changed since it was looked at.
    package var isPreconditionFailed: Bool { status == 412 }

    /// Whether the keys were valid once and no longer are.
    var saysCredentialsExpired: Bool {
        ["ExpiredToken", "ExpiredTokenException"].contains(code)
    }

    /// Whether a wrong clock may be the cause; S3's answer to `HEAD` has no code, only 403.
    var mayComeFromClockSkew: Bool {
        Self.skewCodes.contains(code) || status == 403 && code == Self.codeWithoutBody(403)
    }

    /// The code of an error that came without a body.
    static func codeWithoutBody(_ status: Int) -> String { "Status\(status)" }

    private static let transientCodes: Set = [
        "RequestTimeout", "RequestTimeoutException", "InternalError", "InternalFailure",
        "InternalServerError",
        "ServiceUnavailable", "IDPCommunicationError", "ReplicatedWriteConflictException",
        "ConditionalRequestConflict",
    ]

    private static let throttlingCodes: Set = [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException",
        "RequestThrottled",
        "TooManyRequestsException", "ProvisionedThroughputExceededException",
        "TransactionInProgressException",
        "RequestLimitExceeded", "BandwidthLimitExceeded", "LimitExceededException", "SlowDown",
        "PriorRequestNotComplete", "EC2ThrottledException", "KMSThrottlingException", "KMSThrottling",
        "KmsThrottled",
    ]

    private static let skewCodes: Set = [
        "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "InvalidSignatureException",
        "SignatureDoesNotMatch", "AuthFailure",
    ]

    private static let absenceCodes: Set = [
        "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", "NotFoundException", "NotFound",
        "ResourceNotFoundException", "NoSuchKey", "NoSuchBucket",
    ]
}
