import LocalServiceKit

extension ServiceError {
    /// There is no such secret.
    static let secretNotFound = ServiceError.resourceNotFound(
        "Secrets Manager can't find the specified secret."
    )

    /// The secret has no such version; `place` says what named it, such as `staging label: AWSCURRENT`.
    static func valueNotFound(_ place: String) -> ServiceError {
        .resourceNotFound("Secrets Manager can't find the specified secret value for \(place)")
    }

    /// The version is there, but does not have the label that the request names besides.
    static let stageMismatch = ServiceError.invalidRequest(
        "You provided a VersionStage that is not associated to the provided VersionId."
    )

    /// The secret is marked for deletion.
    static let markedForDeletion = ServiceError.invalidRequest(
        "You can't perform this operation on the secret because it was marked for deletion."
    )

    /// There is a secret of that name.
    static func secretExists(_ name: String) -> ServiceError {
        .resourceExists("The operation failed because the secret \(name) already exists.")
    }

    /// The token was used for another value.
    static func tokenInUse(_ token: String, _ secret: Secret) -> ServiceError {
        .resourceExists(
            "You can't use ClientRequestToken \(token) because that value is already in use for a version of "
                + "secret \(secret.arn)."
        )
    }

    /// A request that the state of the secret, or its other members, do not permit.
    static func invalidRequest(_ message: String) -> ServiceError {
        ServiceError("InvalidRequestException", message)
    }

    /// A member that breaks a rule of the service.
    static func invalidParameter(_ message: String) -> ServiceError {
        ServiceError("InvalidParameterException", message)
    }

    private static func resourceNotFound(_ message: String) -> ServiceError {
        ServiceError("ResourceNotFoundException", message)
    }

    private static func resourceExists(_ message: String) -> ServiceError {
        ServiceError("ResourceExistsException", message)
    }
}
