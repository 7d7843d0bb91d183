import LocalServiceKit
import LocalStore

extension SecretsManager {
    /// Lists the versions of a secret that have labels, or all.
    struct ListSecretVersionIDs: ServiceAction {
        let name = "ListSecretVersionIds"

        struct Input: Decodable {
            var secretID: SecretID
            var maxResults: Int?
            var nextToken: String?
            var includeDeprecated: Bool?
        }

        struct Entry: Encodable {
            var versionID: String
            var versionStages: [String]
            var createdDate: Double
            var lastAccessedDate: Double?

            init(_ version: SecretVersion, stages: [String]) {
                versionID = version.id
                versionStages = stages
                createdDate = version.createdAt.fractionalSeconds
                lastAccessedDate = version.accessedOn?.fractionalSeconds
            }
        }

        struct Output: Encodable {
            var arn: String
            var name: String
            var versions: [Entry]
            var nextToken: String?

            private enum CodingKeys: String, CodingKey {
                case arn = "ARN"
                case name, versions, nextToken
            }
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let secret = try database.secret(input.secretID, in: context.location)
            let stages = try database.stages(of: secret)
            let versions = try database.versions(of: secret).filter { version in
                input.includeDeprecated == true || stages[version.id] != nil
            }
            let page = try ListPage(versions, maximum: input.maxResults, from: input.nextToken)
            let entries = page.elements.map { Entry($0, stages: stages[$0.id] ?? []) }
            return Output(arn: secret.arn, name: secret.name, versions: entries, nextToken: page.nextToken)
        }
    }
}
