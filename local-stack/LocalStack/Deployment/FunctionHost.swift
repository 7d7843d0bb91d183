import CloudTemplate
import Dispatch
import LocalLambda
import LocalServices

/// The functions of a stack: their processes and the queues that feed them.
struct FunctionHost: Sendable {
    /// Answers `Invoke` and the views of functions.
    let api: LambdaAPI
    private let pool: FunctionPool
    private let mappings: [EventSourceMapping]

    /// The functions of a plan; nothing runs before `start`.
    init(_ plan: StackPlan, queues: (_ arn: String) -> QueueConsumer) {
        var settings = LambdaSettings()
        settings.region = plan.settings.region
        settings.account = plan.settings.accountID
        settings.endpointURL = plan.settings.endpoint
        let pool = FunctionPool(plan.functions.map(\.definition), settings: settings)
        self.pool = pool
        mappings = plan.eventSources.filter(\.isEnabled).map { source in
            EventSourceMapping(
                source.definition,
                queue: MappedQueue(consumer: queues(source.queueARN)),
                functionTimeout: pool.functions[source.definition.functionName]?.timeout ?? .zero,
                invoker: pool,
                clock: SystemLambdaClock()
            )
        }
        api = LambdaAPI(pool: pool, mappings: mappings)
    }

    /// Begins to read the queues.
    func start() {
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
