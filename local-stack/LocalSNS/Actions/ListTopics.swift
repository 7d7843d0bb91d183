import LocalServiceKit
import LocalStore

extension SNS {
    /// Lists topics, a hundred at a time.
    struct ListTopics: ServiceAction {
        struct Input: Codable {
            var nextToken: String?
        }

        struct Entry: Codable {
            var topicARN: String
        }

        struct Output: Codable {
            var topics: [Entry]
            var nextToken: String?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let page = try database.topics(in: context.location, after: input.nextToken)
            return Output(topics: page.elements.map { Entry(topicARN: $0.arn) }, nextToken: page.nextToken)
        }
    }
}
