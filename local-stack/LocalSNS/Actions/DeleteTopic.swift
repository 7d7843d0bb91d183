import LocalServiceKit
import LocalStore

extension SNS {
    /// Deletes a topic with its subscriptions; one that is not there is no error.
    struct DeleteTopic: ServiceAction {
        struct Input: Codable {
            var topicARN: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            do throws(ServiceError) {
                try database.deleteTopic(database.topic(arn: input.topicARN, context))
            } catch {
                guard error.code == ServiceError.topicDoesNotExist.code else { throw error }
            }
            return Nothing()
        }
    }
}
