import CloudTemplate
import Dispatch
import LocalLambda
import LocalSQS
import LocalServiceKit

/// The functions of a stack: their processes and the queues that feed them.
struct FunctionHost: Sendable {
    /// Answers `Invoke` and the views of functions.
    let api: LambdaAPI
    /// What the functions measure.
    let metrics = MetricsStore()
    private let pool: FunctionPool
    private let mappings: [EventSourceMapping]
    private let consumers: [QueueConsumer]

    /// The functions of a plan; nothing runs before `start`.
    init(_ plan: StackPlan, queues: (_ arn: String) -> QueueConsumer) {
        var settings = LambdaSettings()
        settings.region = plan.settings.region
        settings.account = plan.settings.accountID
        settings.endpointURL = plan.settings.endpoint
        let pool = FunctionPool(
            plan.functions.map(\.definition),
            settings: settings,
            log: MeasuredLog(store: metrics)
        )
        self.pool = pool
        let sources = plan.eventSources.filter(\.isEnabled)
        let consumers = sources.map { queues($0.queueARN) }
        self.consumers = consumers
        mappings = zip(sources, consumers).map { source, consumer in
            EventSourceMapping(
                source.definition,
                queue: MappedQueue(consumer: consumer),
                functionTimeout: pool.functions[source.definition.functionName]?.timeout ?? .zero,
                invoker: pool,
                clock: SystemLambdaClock()
            )
        }
        api = LambdaAPI(pool: pool, mappings: mappings)
    }

    /// Begins to read the queues, first what functions of an earlier process were at when it ended.
    func start() throws(ServiceError) {
        for (mapping, consumer) in zip(mappings, consumers) {
            try consumer.releaseUnfinished(handlingTime: mapping.handlingTime)
        }
        for mapping in mappings { mapping.start() }
    }

    /// Reads the queues no more and ends all processes; what they were at comes again at the next start.
    func stop() {
        for mapping in mappings { mapping.stop() }
        let ended = DispatchSemaphore(value: 0)
        pool.shutDown { ended.signal() }
        ended.wait()
    }
}
