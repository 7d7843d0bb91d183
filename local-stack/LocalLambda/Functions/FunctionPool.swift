/// Runs functions as processes of this machine, one invocation at a time in each.
@LambdaActor
package final class FunctionPool: FunctionInvoker {
    /// The functions that it can run, by name.
    package nonisolated let functions: [String: FunctionDefinition]
    /// What they have in common.
    package nonisolated let settings: LambdaSettings

    private nonisolated let clock: any LambdaClock
    private nonisolated let log: any FunctionLog
    private var workers: [String: FunctionWorkers] = [:]
    private lazy var context = EnvironmentContext(settings: settings, clock: clock, log: log)

    /// A pool for functions with different names; no process is started before the first invocation.
    package nonisolated init(
        _ functions: [FunctionDefinition],
        settings: LambdaSettings = LambdaSettings(),
        clock: any LambdaClock = SystemLambdaClock(),
        log: any FunctionLog = StandardOutputLog()
    ) {
        self.functions = Dictionary(functions.map { ($0.name, $0) }) { _, last in last }
        self.settings = settings
        self.clock = clock
        self.log = log
    }

    /// Runs a function in an environment that is free, or in a new one; see `FunctionDefinition.maximumConcurrency`.
    package nonisolated func invoke(
        _ invocation: Invocation,
        then: @escaping @Sendable (InvocationResult) -> Void
    ) {
        LambdaActor.post { self.run(PendingInvocation(invocation, then: then)) }
    }

    /// Ends all processes and throttles later invocations; `then` is called, from any thread, when they are gone.
    package nonisolated func shutDown(then: @escaping @Sendable () -> Void) {
        LambdaActor.post {
            for function in self.functions.values { _ = self.workers(of: function) }
            self.end(Array(self.workers.values), then: then)
        }
    }

    private func run(_ pending: PendingInvocation) {
        guard let function = functions[pending.invocation.functionName] else {
            return pending.settle(.unknownFunction)
        }
        workers(of: function).invoke(pending)
    }

    private func workers(of function: FunctionDefinition) -> FunctionWorkers {
        if let known = workers[function.name] { return known }
        let new = FunctionWorkers(function, context: context)
        workers[function.name] = new
        return new
    }

    /// Ends one function's processes after the other's have been told.
    private func end(_ remaining: [FunctionWorkers], then: @escaping @Sendable () -> Void) {
        var endedCount = 0
        guard !remaining.isEmpty else { return then() }
        for workers in remaining {
            workers.shutDown {
                endedCount += 1
                guard endedCount == remaining.count else { return }
                self.context.watchdog.stop()
                then()
            }
        }
    }
}
