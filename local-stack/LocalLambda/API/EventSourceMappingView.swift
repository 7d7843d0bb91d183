/// An event source mapping as the Lambda API shows it.
struct EventSourceMappingView: Encodable {
    struct ScalingConfig: Encodable {
        let maximumConcurrency: Int

        private enum CodingKeys: String, CodingKey {
            case maximumConcurrency = "MaximumConcurrency"
        }
    }

    let uuid: String
    let eventSourceArn: String
    let functionArn: String
    let batchSize: Int
    let maximumBatchingWindowInSeconds: Int64
    let functionResponseTypes: [String]
    let scalingConfig: ScalingConfig
    let state = "Enabled"

    private enum CodingKeys: String, CodingKey {
        case uuid = "UUID"
        case eventSourceArn = "EventSourceArn"
        case functionArn = "FunctionArn"
        case batchSize = "BatchSize"
        case maximumBatchingWindowInSeconds = "MaximumBatchingWindowInSeconds"
        case functionResponseTypes = "FunctionResponseTypes"
        case scalingConfig = "ScalingConfig"
        case state = "State"
    }

    init(_ mapping: EventSourceMapping, functionARN: String) {
        let definition = mapping.definition
        uuid = mapping.id
        eventSourceArn = mapping.queue.arn
        functionArn = functionARN
        batchSize = definition.batchSize
        maximumBatchingWindowInSeconds = definition.batchingWindow.components.seconds
        functionResponseTypes = definition.reportsBatchItemFailures ? ["ReportBatchItemFailures"] : []
        scalingConfig = ScalingConfig(maximumConcurrency: definition.maximumConcurrency)
    }
}
