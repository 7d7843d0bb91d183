import CloudTemplate

/// `AWS::SES::EmailIdentity`; on this machine every identity counts as verified at once.
struct EmailIdentityResource: PlannedResource {
    let logicalID: String
    let identity: String

    init(_ resource: StackResource, _ reader: PropertyReader) {
        logicalID = resource.logicalID
        identity = resource.identity.name
        _ = reader.requiredText("EmailIdentity")
    }

    func deploy(_ services: ServiceClient) throws(DeploymentFailure) {
        let answer = services.post(
            service: "ses",
            path: "/v2/email/identities",
            Input(emailIdentity: identity)
        )
        try answer.accept(alsoCodes: ["AlreadyExistsException"], of: logicalID)
    }

    private struct Input: Encodable {
        let emailIdentity: String
    }
}
