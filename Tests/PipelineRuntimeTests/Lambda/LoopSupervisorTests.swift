import Glibc
import Synchronization
import Testing

@testable import PipelineRuntime

@Suite struct LoopSupervisorTests {
    /// Holds threads until it is opened.
    private final class Latch: Sendable {
        private let pipe: WakeUpPipe

        init() throws {
            pipe = try #require(WakeUpPipe())
        }

        func open() { pipe.send(.stopRequested) }

        func wait() { _ = pipe.receive() }
    }

    private func supervisor() throws -> (LoopSupervisor, WakeUpPipe) {
        let pipe = try #require(WakeUpPipe())
        return (LoopSupervisor(pipe: pipe), pipe)
    }

    @Test func `a process whose loops have all stopped is done`() throws {
        let (supervisor, _) = try supervisor()
        #expect(supervisor.run(count: 3) { _ in .stopped } == .stopped)
    }

    @Test(arguments: [ProcessStatus.failed, .misconfigured])
    func `the first loop that fails ends the process`(status: ProcessStatus) throws {
        let (supervisor, _) = try supervisor()
        let latch = try Latch()
        let first = OneTime()
        let result = supervisor.run(count: 2) { _ in
            if first.take() { return status }
            latch.wait()
            return .stopped
        }
        #expect(result == status)
        latch.open()
    }

    @Test func `a request to stop ends a process at once while its loops wait for work`() throws {
        let (supervisor, pipe) = try supervisor()
        let latch = try Latch()
        pipe.send(.stopRequested)
        let status = supervisor.run(count: 1) { _ in
            latch.wait()
            return .failed
        }
        #expect(status == .stopped)
        latch.open()
    }

    @Test func `a request to stop waits for the work in hand, not for idle loops`() throws {
        let (supervisor, pipe) = try supervisor()
        let idle = try Latch()
        let first = OneTime()
        let isDone = Atomic(false)
        let status = supervisor.run(count: 2) { gate in
            guard first.take(), gate.enter() else {
                idle.wait()
                return .stopped
            }
            pipe.send(.stopRequested)
            // The supervisor closes the gate when it has read the request; the work ends only after that.
            while !gate.isClosed { sched_yield() }
            isDone.store(true, ordering: .releasing)
            gate.leave()
            return .stopped
        }
        #expect(status == .stopped)
        let wasDone = isDone.load(ordering: .acquiring)
        #expect(wasDone)
        idle.open()
    }
}
