import LocalServiceKit
import LocalStore

extension SQS {
    /// Would end a task; as tasks are over when they are answered, there is none that it could end.
    struct CancelMessageMoveTask: ServiceAction {
        struct Input: Codable {
            var taskHandle: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let handle = try MoveTaskHandle(input.taskHandle)
            _ = try database.existingQueue(arn: handle.source, parameter: "SourceArn")
            throw ServiceError("ResourceNotFoundException", "Task does not exist.", status: 404)
        }
    }
}
