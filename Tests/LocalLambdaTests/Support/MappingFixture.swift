@testable import LocalLambda

/// A mapping between a fake queue and a fake pool, over a clock that a test advances.
struct MappingFixture {
    let clock = ManualClock()
    let invoker = FakeInvoker()
    let queue: FakeQueue
    let mapping: EventSourceMapping

    init(
        batchSize: Int = 10,
        window: Duration = .zero,
        reportsBatchItemFailures: Bool = false,
        maximumConcurrency: Int = 2
    ) {
        queue = FakeQueue(clock: clock)
        let definition = EventSourceMappingDefinition(
            functionName: "fn",
            batchSize: batchSize,
            batchingWindow: window,
            reportsBatchItemFailures: reportsBatchItemFailures,
            maximumConcurrency: maximumConcurrency
        )
        mapping = EventSourceMapping(
            definition,
            queue: queue,
            functionTimeout: .seconds(20),
            invoker: invoker,
            clock: clock
        )
    }

    func start() async {
        mapping.start()
        await settle()
    }

    func send(_ bodies: String...) async {
        queue.send(bodies)
        await settle()
    }

    func end(_ index: Int, _ outcome: InvocationOutcome) async {
        invoker.end(index, outcome)
        await settle()
    }

    func end(_ index: Int, answer: String = "null") async {
        await end(index, .success(payload: Array(answer.utf8)))
    }
}
