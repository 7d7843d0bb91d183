import LocalServiceKit

extension ServiceError {
    static let policyIsNoJSON = malformedPolicy(
        "Policies must be valid JSON and the first byte must be '{'"
    )
    static let policyTooLarge = ServiceError(
        "PolicyTooLarge",
        "The policy must not exceed \(BucketPolicy.maximumByteCount) bytes",
        status: 400
    )

    static func malformedPolicy(_ reason: String) -> ServiceError {
        ServiceError("MalformedPolicy", reason, status: 400)
    }
}
