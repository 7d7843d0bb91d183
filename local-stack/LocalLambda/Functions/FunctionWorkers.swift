/// The execution environments of one function, and the invocations that wait for one.
@LambdaActor
final class FunctionWorkers: ExecutionEnvironmentOwner {
    let function: FunctionDefinition
    private let context: EnvironmentContext
    /// Those that wait for an invocation; the one that was used last comes last.
    private var idle: [ExecutionEnvironment] = []
    private var startingCount = 0
    /// All that start, wait or work.
    private var environments: [ObjectIdentifier: ExecutionEnvironment] = [:]
    private var endingCount = 0
    private var queue: [PendingInvocation] = []
    /// When each event source was served last, counted in invocations.
    private var lastTurns: [String: Int] = [:]
    private var turnCount = 0
    private var isShutDown = false
    private var onEnded: (@LambdaActor () -> Void)?

    init(_ function: FunctionDefinition, context: EnvironmentContext) {
        self.function = function
        self.context = context
    }

    private var limit: Int {
        min(
            function.maximumConcurrency ?? .max,
            context.settings.environmentLimit(memoryMegabytes: function.memoryMegabytes)
        )
    }

    /// How many invocations are at work or wait.
    private var activeCount: Int {
        environments.count - idle.count - startingCount + queue.count
    }

    /// Runs an invocation now, when an environment is free, or not at all where the reserved concurrency is used up.
    func invoke(_ pending: PendingInvocation) {
        if let reserved = function.maximumConcurrency, activeCount >= reserved {
            return pending.settle(.throttled)
        }
        if isShutDown { return pending.settle(.throttled) }
        queue.append(pending)
        dispatch()
    }

    private func dispatch() {
        while !queue.isEmpty, let environment = idle.popLast() {
            if environment.isUsable() { environment.begin(takeNext()) }
        }
        while startingCount < queue.count, environments.count < limit { startEnvironment() }
    }

    /// The invocation whose turn it is: event sources take turns, so that a backlog in one does not hold up the others.
    ///
    /// In the cloud each has environments of its own; here they share the few that a machine can run.
    private func takeNext() -> PendingInvocation {
        let index = queue.indices.min { lastTurn(queue[$0]) < lastTurn(queue[$1]) } ?? 0
        let next = queue.remove(at: index)
        turnCount += 1
        if let source = next.invocation.source { lastTurns[source] = turnCount }
        return next
    }

    private func lastTurn(_ pending: PendingInvocation) -> Int {
        pending.invocation.source.flatMap { lastTurns[$0] } ?? 0
    }

    private func startEnvironment() {
        let environment = ExecutionEnvironment(function: function, context: context, owner: self)
        environments[ObjectIdentifier(environment)] = environment
        startingCount += 1
        environment.start()
    }

    func environmentHasStarted(_ environment: ExecutionEnvironment) {
        startingCount -= 1
    }

    func environmentIsReady(_ environment: ExecutionEnvironment) {
        if queue.isEmpty { idle.append(environment) } else { environment.begin(takeNext()) }
    }

    /// Lambda tells the first caller why the function did not start.
    func environment(_ environment: ExecutionEnvironment, didFailToStart failure: RuntimeFailure) {
        startingCount -= 1
        guard !queue.isEmpty else { return }
        let pending = queue.removeFirst()
        pending.settle(.functionError(payload: failure.document(requestID: pending.invocation.requestID)))
    }

    func environmentIsEnding(_ environment: ExecutionEnvironment) {
        idle.removeAll { $0 === environment }
        environments[ObjectIdentifier(environment)] = nil
        endingCount += 1
        if !isShutDown { LambdaActor.post { self.dispatch() } }
    }

    func environmentHasEnded(_ environment: ExecutionEnvironment) {
        endingCount -= 1
        reportEnd()
    }

    /// Ends all environments and throttles what waits; `then` is called when the last process is gone.
    func shutDown(then: @escaping @LambdaActor () -> Void) {
        isShutDown = true
        onEnded = then
        for pending in queue { pending.settle(.throttled) }
        queue = []
        for environment in environments.values { environment.end() }
        reportEnd()
    }

    private func reportEnd() {
        guard isShutDown, environments.isEmpty, endingCount == 0 else { return }
        onEnded?()
        onEnded = nil
    }
}
