import LocalServiceKit
import LocalStore

extension SQS {
    /// Lists the URLs of queues, by name, in pages where a page size is given.
    struct ListQueues: ServiceAction {
        struct Input: Codable {
            var queueNamePrefix: String?
            var maxResults: Int?
            var nextToken: String?
        }

        struct Output: Codable {
            var queueURLs: [String]?
            var nextToken: String?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let queues = try database.queues(prefix: input.queueNamePrefix ?? "", in: context.location)
            let page = try Page(queues: queues, maximum: input.maxResults, from: input.nextToken)
            let urls = page.elements.map { $0.url(context.baseURL) }
            return Output(queueURLs: urls.isEmpty ? nil : urls, nextToken: page.nextToken)
        }
    }
}
