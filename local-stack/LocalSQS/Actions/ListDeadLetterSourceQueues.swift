import LocalServiceKit
import LocalStore

extension SQS {
    /// Lists the queues whose dead letters go to a queue.
    struct ListDeadLetterSourceQueues: ServiceAction {
        struct Input: Codable {
            var queueURL: String
            var maxResults: Int?
            var nextToken: String?
        }

        struct Output: Codable {
            var urls: [String]
            var nextToken: String?

            // The one list of SQS whose name begins with a small letter.
            enum CodingKeys: String, CodingKey {
                case urls = "=queueUrls"
                case nextToken
            }
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let target = try database.queue(url: input.queueURL, context)
            let sources = try database.queues(prefix: "", in: target.location).filter {
                $0.deadLetterTarget == target.arn
            }
            let page = try Page(queues: sources, maximum: input.maxResults, from: input.nextToken)
            return Output(urls: page.elements.map { $0.url(context.baseURL) }, nextToken: page.nextToken)
        }
    }
}
