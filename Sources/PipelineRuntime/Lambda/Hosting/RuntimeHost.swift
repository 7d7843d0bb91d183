import FoundationEssentials
import Glibc

/// Runs a function's handler wherever the process was started.
///
/// With `AWS_LAMBDA_RUNTIME_API` it serves Lambda's Runtime API, as many loops at once as `AWS_LAMBDA_MAX_CONCURRENCY`
/// says; with `QUEUE_URL` it polls that queue, as many batches at once as `QUEUE_CONCURRENCY` says. Each loop has a
/// thread, a transport and a handler of its own.
///
/// The process exits with 0 when it was asked to stop (SIGTERM or SIGINT) and its work in hand is done; with 1 when it
/// cannot go on: the handler could not be built, the Runtime API or the queue is lost; with 2 when a variable is
/// missing or unusable.
///
/// No internal extension is registered. Lambda sends SIGTERM only where some extension is; without one it kills an
/// environment that is idle, which costs nothing here: between invocations this process holds nothing that is not
/// stored. To register would add a round trip to every cold start, and up to half a second to every shutdown.
package enum RuntimeHost {
    /// Runs until the process should end, and ends it.
    ///
    /// - Parameters:
    ///   - metrics: What a process that polls a queue answers on `METRICS_PORT`.
    ///   - readSettings: Reads the function's own variables, once.
    ///   - makeHandler: Builds a handler with its clients, once for each loop, on the loop's own thread. What it throws
    ///     is reported as the reason why the function cannot start.
    package static func run<Settings: Sendable>(
        metrics: MetricsRegistry? = nil,
        settings readSettings: (inout SettingsReader) -> Settings,
        makeHandler: @escaping @Sendable (Settings, Logger) throws -> any LambdaHandler
    ) -> Never {
        let environment = Environment.ofProcess()
        let logger = Logger(environment: environment)
        guard let pipe = WakeUpPipe() else {
            logger.fatal("the process has no file descriptor left")
            _exit(ProcessStatus.failed.rawValue)
        }
        pipe.listenToSignals()
        // A connection that the other side closed is an error to handle, not the process's end.
        signal(SIGPIPE, SIG_IGN)
        let process = RuntimeProcess(
            environment: environment,
            logger: logger,
            standardError: FileDescriptorOutput(STDERR_FILENO),
            pipe: pipe,
            connections: .ofProcess,
            metrics: metrics
        )
        let status = process.run(settings: readSettings, makeHandler: makeHandler)
        // `_exit` because loops that wait for work still run: nothing they use may be torn down under them.
        _exit(status.rawValue)
    }
}
