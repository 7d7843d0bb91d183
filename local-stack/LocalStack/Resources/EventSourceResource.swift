import CloudTemplate
import LocalLambda

/// A queue that feeds a function: `AWS::Lambda::EventSourceMapping`, or an event of type `SQS` of a SAM function.
struct EventSourceResource: Sendable {
    let queueARN: String
    /// Where the template names the function.
    let mark: SourceMark
    let definition: EventSourceMappingDefinition
    let isEnabled: Bool

    /// Reads an event of a function; nil for those of other types, which stay among the leftovers.
    init?(event name: String, _ event: PropertyReader, of function: StackResource) {
        guard event.requiredText("Type") == "SQS", let reader = event.reader("Properties") else { return nil }
        self.init(reader, queue: "Queue", functionName: function.identity.name, mark: function.mark)
    }

    /// Reads a mapping that is a resource of its own.
    init?(_ reader: PropertyReader) {
        guard let function = reader.requiredText("FunctionName") else { return nil }
        let name = function.split(separator: ":").last.map(String.init) ?? function
        let mark = reader.mark(of: "FunctionName")
        self.init(reader, queue: "EventSourceArn", functionName: name, mark: mark)
    }

    private init?(_ reader: PropertyReader, queue property: String, functionName: String, mark: SourceMark) {
        self.mark = mark
        isEnabled = reader.boolean("Enabled") ?? true
        let window = reader.integer("MaximumBatchingWindowInSeconds", in: 0...300) ?? 0
        let batchSize = reader.integer("BatchSize", in: 1...10_000) ?? 10
        if batchSize > 10, window == 0 {
            reader.refuse("BatchSize", "above 10 needs MaximumBatchingWindowInSeconds of 1 at least")
        }
        let types = reader.texts("FunctionResponseTypes") ?? []
        for type in types where type != "ReportBatchItemFailures" {
            reader.refuse("FunctionResponseTypes", "may hold ReportBatchItemFailures only, not \(type)")
        }
        let concurrency = reader.reader("ScalingConfig")?.integer("MaximumConcurrency", in: 2...1_000)
        definition = EventSourceMappingDefinition(
            functionName: functionName,
            batchSize: batchSize,
            batchingWindow: .seconds(window),
            reportsBatchItemFailures: types.contains("ReportBatchItemFailures"),
            maximumConcurrency: concurrency
        )
        guard let arn = reader.requiredText(property) else { return nil }
        guard arn.hasPrefix("arn:"), arn.split(separator: ":").dropFirst(2).first == "sqs" else {
            reader.refuse(property, "has to be the ARN of a queue, not \(arn)")
            return nil
        }
        queueARN = arn
    }
}
