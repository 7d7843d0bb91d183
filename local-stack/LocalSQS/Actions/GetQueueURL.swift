import LocalServiceKit
import LocalStore

extension SQS {
    /// Answers the URL of a queue.
    struct GetQueueURL: ServiceAction {
        let name = "GetQueueUrl"

        struct Input: Codable {
            var queueName: String
            var queueOwnerAWSAccountId: String?
        }

        struct Output: Codable {
            var queueURL: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let account = input.queueOwnerAWSAccountId ?? context.location.account
            let location = Location(account: account, region: context.location.region)
            guard let queue = try database.queue(named: input.queueName, in: location) else {
                throw .queueDoesNotExist(isQuery: context.isQuery)
            }
            return Output(queueURL: queue.url(context.baseURL))
        }
    }
}
