/// Runs the loops of a process, each on a thread of its own, and decides when the process ends.
///
/// The first loop that fails ends the process. A request to stop ends it as soon as no work is under way: at once
/// between two pieces of work, although the loops then still wait for the next one.
struct LoopSupervisor {
    private let pipe: WakeUpPipe
    private let gate: WorkGate

    /// Makes a supervisor that hears of the world by `pipe`.
    init(pipe: WakeUpPipe, gate: WorkGate = WorkGate()) {
        self.pipe = pipe
        self.gate = gate
    }

    /// Runs `loop` on `count` threads and waits until the process should end.
    ///
    /// Threads that still wait for work are left behind: the caller exits.
    ///
    /// - Parameters:
    ///   - count: How many loops run, at least one.
    ///   - loop: Runs until there is nothing more to do, with every piece of work inside the gate.
    /// - Returns: What the process should exit with.
    func run(count: Int, _ loop: @escaping @Sendable (WorkGate) -> ProcessStatus) -> ProcessStatus {
        for _ in 0..<count {
            guard start(loop) else { return .failed }
        }
        var running = count
        while running > 0 {
            switch pipe.receive() {
            case .stopRequested: gate.close()
            case .loopEnded(.stopped): running -= 1
            case .loopEnded(let status): return status
            }
            if gate.isClosed, gate.isIdle { return .stopped }
        }
        return .stopped
    }

    private func start(_ loop: @escaping @Sendable (WorkGate) -> ProcessStatus) -> Bool {
        let pipe = pipe
        let gate = gate
        do {
            try PosixThread { pipe.send(.loopEnded(loop(gate))) }.detach()
            return true
        } catch {
            return false
        }
    }
}
