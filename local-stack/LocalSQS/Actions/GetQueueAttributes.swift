import LocalServiceKit
import LocalStore

extension SQS {
    /// Answers attributes of a queue, those that were set, those that it has by default and those that are counted.
    struct GetQueueAttributes: ServiceAction {
        struct Input: Codable {
            var queueURL: String
            var attributeNames: [String]?
        }

        struct Output: Codable {
            var attributes: [String: String]?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let queue = try database.queue(url: input.queueURL, context)
            let names = Set(input.attributeNames ?? [])
            for name in names.sorted() where name != "All" && !QueueAttributes.isKnown(name) {
                throw .unknownAttribute(name)
            }
            guard !names.isEmpty else { return Output(attributes: nil) }
            let all = try database.allAttributes(of: queue)
            let wanted = names.contains("All") ? all : all.filter { names.contains($0.key) }
            return Output(attributes: wanted.isEmpty ? nil : wanted)
        }
    }
}
