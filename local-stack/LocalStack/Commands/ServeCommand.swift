import CLinux
import CloudTemplate
import LocalServiceKit
import LocalServices
import LocalStore

/// `local-stack serve`: runs a template until a signal ends it.
struct ServeCommand {
    private let options: ServeOptions

    init(_ options: ServeOptions) {
        self.options = options
    }

    /// Starts everything, says so, and waits for the end.
    ///
    /// Throws `StartFailure` if it cannot start; nothing of it is left running then.
    func run() throws(StartFailure) {
        var signals = StopSignals()
        if options.endsWithParent, clinux_end_with_parent() != 0 {
            throw .machine("--end-with-parent is not possible on this system")
        }
        OpenFileLimit.raise()
        let state = try StateDirectory(options.state)
        let edge = Edge()
        let listeners = try Listeners(options, certificates: state.certificatePath, edge)
        defer { listeners.stop() }
        let plan = try TemplateFile(options: options.template).plan(endpoint: listeners.endpoint)
        try FunctionCode.check(plan.functions.map(\.definition))
        let clock = SystemClock()
        let writer = try Self.openWriter(state, clock)
        defer { writer.close() }
        let services = try Self.openServices(state, writer, clock, plan.settings)
        let deployment = Deployment(plan, services)
        try deployment.deploy()
        let functions = FunctionHost(plan, queues: services.consumer(ofQueue:))
        edge.open(deployment.routes(functions: functions))
        try Self.start(functions, state)
        greet(StackSummary(plan), listeners)
        signals.wait()
        Console.say("stopping; what was accepted is kept in \(state.path)")
        edge.close()
        functions.stop()
    }

    private func greet(_ summary: StackSummary, _ listeners: Listeners) {
        for line in summary.notActedOn + listeners.lines { Console.say(line) }
        Console.say("local-stack is ready at \(listeners.endpoint)")
        for line in summary.callable { Console.say(line) }
        for line in summary.nextSteps { Console.say(line) }
    }

    private static func start(
        _ functions: FunctionHost,
        _ state: borrowing StateDirectory
    ) throws(StartFailure) {
        do throws(ServiceError) {
            try functions.start()
        } catch {
            throw .machine("the state in \(state.path) cannot be written: \(error.message)")
        }
    }

    private static func openWriter(
        _ state: borrowing StateDirectory,
        _ clock: SystemClock
    ) throws(StartFailure) -> StateWriter {
        do throws(StoreError) {
            return try StateWriter(path: state.databasePath, clock: clock)
        } catch {
            throw .machine("the state in \(state.path) cannot be used: \(error)")
        }
    }

    private static func openServices(
        _ state: borrowing StateDirectory,
        _ writer: StateWriter,
        _ clock: SystemClock,
        _ settings: StackSettings
    ) throws(StartFailure) -> ServiceStack {
        do throws(ServiceStartError) {
            return try ServiceStack(
                writer: writer,
                clock: clock,
                objectsPath: state.objectsPath,
                home: Location(account: settings.accountID, region: settings.region)
            )
        } catch {
            throw .machine("the state in \(state.path) cannot be used: \(error.reason)")
        }
    }
}
