/// What the API answers to most changes of a secret.
struct SecretOutput: Encodable {
    var arn: String
    var name: String
    /// The version that was made, if any.
    var versionID: String?
    /// That version's labels, where the action tells them.
    var versionStages: [String]?

    private enum CodingKeys: String, CodingKey {
        case arn = "ARN"
        case name, versionID, versionStages
    }

    /// The secret and a version of it.
    init(_ secret: Secret, versionID: String? = nil, versionStages: [String]? = nil) {
        (arn, name) = (secret.arn, secret.name)
        (self.versionID, self.versionStages) = (versionID, versionStages)
    }
}
