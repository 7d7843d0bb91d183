import LocalServiceKit
import LocalStore

extension SQS {
    /// Lists the last tasks that moved messages out of a dead-letter queue.
    struct ListMessageMoveTasks: ServiceAction {
        struct Input: Codable {
            var sourceARN: String
            var maxResults: Int?
        }

        struct Output: Codable {
            var results: [MoveTask]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let maximum = input.maxResults ?? 1
            guard (1...10).contains(maximum) else { throw .outOfRange(maximum, of: "MaxResults", 1...10) }
            let source = try database.existingQueue(arn: input.sourceARN, parameter: "SourceArn")
            return Output(results: try database.moveTasks(of: source, maximum: maximum))
        }
    }
}
