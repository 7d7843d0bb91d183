import LocalServiceKit

/// AWS Secrets Manager; rotation by functions, replicas and resource policies are not here.
enum SecretsManager {
    /// All actions; the next one is a file and a line here.
    static let actions = ActionTable([
        CreateSecret(), DeleteSecret(), DescribeSecret(), GetSecretValue(), ListSecretVersionIDs(),
        ListSecrets(), PutSecretValue(), RestoreSecret(), TagResource(), UntagResource(), UpdateSecret(),
    ])
}
