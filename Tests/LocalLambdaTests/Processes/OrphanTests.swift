import Foundation
import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(2))) struct OrphanTests {
    /// One invocation ends, so that its process stands still; the others go on with a child in a session of its own.
    private let handler = """
        import subprocess
        def handle(event, headers):
            print("process", os.getpid(), flush=True)
            if event == b"stand": return b""
            child = subprocess.Popen(["tail", "-f", "/dev/null"], start_new_session=True)
            print("process", child.pid, flush=True)
            print("mark", os.environ["LOCAL_STACK_WATCHDOG"], flush=True)
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
            signal.pause()
        """

    @Test func `no function outlives an emulator that is killed`() async throws {
        let folder = try FunctionFolder(python: handler)
        let emulator = Process()
        let output = Pipe()
        emulator.executableURL = FunctionFolder.builtExecutable("LambdaHost")
        emulator.arguments = ["hold", folder.path, "stand", "run", "run"]
        emulator.standardOutput = output
        let end = try emulator.start()
        defer { emulator.end() }

        var processes: [Int32] = []
        var marks: Set<String> = []
        var standsStill = false
        for try await line in output.lines {
            let words = line.split(separator: " ")
            if words.contains("process"), let id = words.last.flatMap({ Int32($0) }) { processes.append(id) }
            if words.contains("mark"), let mark = words.last { marks.insert(String(mark)) }
            standsStill = standsStill || words.contains("REPORT")
            if processes.count == 5, standsStill, !marks.isEmpty { break }
        }
        let mark = try #require(marks.first)
        #expect(marks.count == 1)
        for id in processes { #expect(ProcessState.letter(id) != nil) }
        #expect(!ProcessState.ids(commandLineContains: mark).isEmpty)

        kill(emulator.processIdentifier, SIGKILL)
        for id in processes { try await ProcessState.waitForEnd(id) }
        for id in ProcessState.ids(commandLineContains: mark) { try await ProcessState.waitForEnd(id) }
        #expect(try await end.status() == SIGKILL)
    }

    @Test func `the watchdog ends when the pool has been shut down`() async throws {
        let fixture = try EnvironmentFixture(
            python: "def handle(event, headers): return os.environ['LOCAL_STACK_WATCHDOG'].encode()"
        )
        let mark = try #require(try await fixture.pool.run().text)
        let watchdogs = ProcessState.ids(commandLineContains: mark)
        #expect(watchdogs.count == 1)
        try await fixture.pool.shutDown()
        for id in watchdogs { try await ProcessState.waitForEnd(id) }
    }
}
