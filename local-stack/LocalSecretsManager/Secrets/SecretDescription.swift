import LocalServiceKit
import LocalStore

/// What the API says of a secret without telling its value.
struct SecretDescription: Encodable {
    var arn: String
    var name: String
    var description: String?
    var kmsKeyID: String?
    var createdDate: Double
    var lastChangedDate: Double
    var lastAccessedDate: Double?
    var deletedDate: Double?
    var tags: [ResourceTag]
    /// The labels of each version as `DescribeSecret` names them.
    var versionIDsToStages: [String: [String]]?
    /// The same as `ListSecrets` names them.
    var secretVersionsToStages: [String: [String]]?

    private enum CodingKeys: String, CodingKey {
        case arn = "ARN"
        case name, description, kmsKeyID, createdDate, lastChangedDate, lastAccessedDate, deletedDate, tags
        case versionIDsToStages = "VersionIdsToStages"
        case secretVersionsToStages
    }

    /// A secret with its versions, but for their labels.
    init(_ secret: Secret, versions: [SecretVersion]) {
        arn = secret.arn
        name = secret.name
        description = secret.description
        kmsKeyID = secret.kmsKeyID
        createdDate = secret.createdAt.fractionalSeconds
        lastChangedDate = secret.changedAt.fractionalSeconds
        lastAccessedDate = versions.compactMap(\.accessedOn).max()?.fractionalSeconds
        deletedDate = secret.deletionAt?.fractionalSeconds
        tags = secret.tags.resourceTags
    }
}

extension Timestamp {
    /// The seconds since 1970 as AWS's JSON protocols write moments.
    var fractionalSeconds: Double { Double(milliseconds) / 1000 }
}
