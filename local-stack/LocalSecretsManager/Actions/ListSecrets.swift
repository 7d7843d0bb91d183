import LocalServiceKit
import LocalStore

extension SecretsManager {
    /// Lists secrets without what they hold, a hundred at a time.
    struct ListSecrets: ServiceAction {
        struct Input: Decodable {
            var includePlannedDeletion: Bool?
            var maxResults: Int?
            var nextToken: String?
            var filters: [SecretFilter]?
            var sortBy: String?
            var sortOrder: String?
        }

        struct Output: Encodable {
            var secretList: [SecretDescription]
            var nextToken: String?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let filters = input.filters ?? []
            for (index, filter) in filters.enumerated() { try filter.check(number: index + 1) }
            let secrets = try database.secrets(in: context.location).filter { secret in
                (input.includePlannedDeletion == true || secret.deletionAt == nil)
                    && filters.allSatisfy { $0.accepts(secret) }
            }
            let sorted = SecretOrder(sortBy: input.sortBy, sortOrder: input.sortOrder).sorted(secrets)
            let page = try ListPage(sorted, maximum: input.maxResults, from: input.nextToken)
            var entries: [SecretDescription] = []
            for secret in page.elements {
                var entry = SecretDescription(secret, versions: try database.versions(of: secret))
                let stages = try database.stages(of: secret)
                entry.secretVersionsToStages = stages.isEmpty ? nil : stages
                entries.append(entry)
            }
            return Output(secretList: entries, nextToken: page.nextToken)
        }
    }
}
