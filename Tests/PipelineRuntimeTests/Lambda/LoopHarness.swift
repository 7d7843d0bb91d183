import Synchronization

@testable import PipelineRuntime

/// A loop over a scripted Runtime API with everything that it tells or waits for.
final class LoopHarness: Sendable {
    let api: ScriptedRuntimeAPI
    let handler: TestHandler
    let output = CollectedLines()
    private let traced = Mutex<[String?]>([])
    private let waited = Mutex<[Duration]>([])

    init(_ steps: [ScriptedRuntimeAPI.Step], handler: TestHandler = .echo()) {
        api = ScriptedRuntimeAPI(steps)
        self.handler = handler
    }

    /// The trace ids that were set, in order.
    var traceIDs: [String?] { traced.withLock(\.self) }

    /// The pauses that were made, in order.
    var pauses: [Duration] { waited.withLock(\.self) }

    /// Runs the loop to its end.
    func run() -> ProcessStatus {
        InvocationLoop(
            client: RuntimeAPIClient(
                authority: "127.0.0.1:9001",
                transport: api,
                workingDirectory: "/var/task"
            ),
            handler: handler,
            gate: api.gate,
            logger: Logger(output: output, clock: FixedClock()),
            clock: FixedClock(),
            setTraceID: { [self] traceID in traced.withLock { $0.append(traceID) } },
            pause: { [self] duration in waited.withLock { $0.append(duration) } }
        ).run()
    }
}
