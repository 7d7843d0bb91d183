import FoundationEssentials
import Glibc
import LocalHTTP

/// One process of a function with the Runtime API that it talks to; it works on one invocation at a time.
///
/// Between invocations the process group is stopped, as Lambda freezes an environment: timers and threads of a function
/// make no progress while nothing is asked of it.
@LambdaActor
final class ExecutionEnvironment {
    /// What the environment is about.
    enum Phase {
        case starting
        /// Lambda starts a runtime that was too slow once more, within the time of the first invocation.
        case startingAgain
        case ready
        case ending
        case ended
    }

    let function: FunctionDefinition
    let context: EnvironmentContext
    weak var owner: (any ExecutionEnvironmentOwner)?

    var phase = Phase.starting
    var state = RuntimeState()
    var extensions = Extensions()
    var current: ActiveInvocation?
    /// The requests for an invocation that wait for one.
    var waitingRuntimes: [Reply] = []
    let log: EnvironmentLog

    private var server: HTTPServer?
    var process: ChildProcess?
    var memory: MemoryWatch?
    private var startUptime = Duration.zero
    /// Ends the start, the invocation, the idle life or the grace, whichever goes on.
    private var alarm: (any Alarm)?
    private let logStream: String

    init(function: FunctionDefinition, context: EnvironmentContext, owner: any ExecutionEnvironmentOwner) {
        self.function = function
        self.context = context
        self.owner = owner
        log = EnvironmentLog(function: function, context: context)
        let day = context.clock.timestamp.prefix(10).split(separator: "-").joined(separator: "/")
        logStream = "\(day)/[$LATEST]\(UUID().uuidString.lowercased().filter { $0 != "-" })"
    }

    /// How long the process lives already.
    var age: Duration { context.clock.uptime - startUptime }

    /// Starts the process; the owner hears how it went.
    func start() {
        launch(limit: context.settings.initializationTimeout)
    }

    private func launch(limit: Duration) {
        startUptime = context.clock.uptime
        setAlarm(limit) { $0.startTookTooLong(limit) }
        do throws(RuntimeFailure) {
            process = try spawn(port: try listen())
        } catch {
            breakDown(error)
        }
        watchMemory()
    }

    private func listen() throws(RuntimeFailure) -> UInt16 {
        if let server { return server.port }
        let handler = RuntimeAPIHandler { [weak self] call in self?.take(call) }
        do throws(HTTPServerError) {
            let server = try HTTPServer(limits: .runtimeAPI, handler: handler)
            self.server = server
            return server.port
        } catch {
            throw .cannotStart(type: "Sandbox.Failure", reason: "The Runtime API cannot listen: \(error)")
        }
    }

    private func spawn(port: UInt16) throws(RuntimeFailure) -> ChildProcess {
        let description = ProcessDescription(
            executable: function.executablePath,
            environment: variables(port: port),
            workingDirectory: function.codeDirectory
        )
        let start = startUptime
        do throws(SpawnError) {
            try context.watchdog.start()
            return try ChildProcess(
                description,
                onLine: { [weak self] in self?.write($0) },
                onExit: { self.processHasEnded($0, startedAt: start) }
            )
        } catch {
            throw RuntimeFailure(error, starting: function)
        }
    }

    private func variables(port: UInt16) -> [String: String] {
        var variables = EnvironmentVariables(
            function: function,
            settings: context.settings,
            runtimeAPIPort: port,
            logStream: logStream
        ).all
        variables[OrphanWatchdog.variable] = context.watchdog.mark
        return variables
    }

    private func watchMemory() {
        guard let process else { return }
        memory?.pause()
        memory = MemoryWatch(
            process: process.id,
            limitByteCount: function.memoryMegabytes * 1_048_576,
            interval: context.settings.memorySamplingInterval,
            clock: context.clock,
            onExceeded: { [weak self] in self?.breakDown(.outOfMemory) }
        )
        memory?.resume()
    }

    private func startTookTooLong(_ limit: Duration) {
        guard phase == .starting else { return breakDown(.timedOut(after: limit)) }
        reportFailedStart(.timedOut(after: limit))
        phase = .startingAgain
        state = RuntimeState()
        extensions = Extensions()
        process?.signal(SIGKILL)
        launch(limit: function.timeout)
    }

    /// An exit of a process that was replaced is of no interest.
    private func processHasEnded(_ status: ExitStatus, startedAt start: Duration) {
        guard start == startUptime else { return }
        if phase != .ending { breakDown(.exited(status)) }
        tearDown()
    }

    /// Lets go of everything; the environment has ended.
    func tearDown() {
        guard phase == .ending else { return }
        phase = .ended
        cancelAlarm()
        memory?.pause()
        for reply in waitingRuntimes { reply.send(RuntimeAPIError.containerError.response) }
        waitingRuntimes = []
        extensions.dismiss(RuntimeAPIError.containerError.response)
        server?.stop()
        (server, process) = (nil, nil)
        owner?.environmentHasEnded(self)
    }

    /// Sets the one alarm; an earlier one is cancelled.
    func setAlarm(
        _ delay: Duration,
        _ action: @escaping @LambdaActor @Sendable (ExecutionEnvironment) -> Void
    ) {
        alarm?.cancel()
        alarm = context.clock.schedule(after: delay) { [weak self] in
            if let self { action(self) }
        }
    }

    /// Nothing ends what goes on.
    func cancelAlarm() {
        alarm?.cancel()
    }

    private func write(_ line: [UInt8]) {
        log.write(line, of: current)
    }

    /// Says in the log that the start failed, after what the process had to say.
    func reportFailedStart(_ failure: RuntimeFailure) {
        process?.drain()
        log.writeFailedStart(failure, isFirst: phase == .starting, after: age)
    }
}
