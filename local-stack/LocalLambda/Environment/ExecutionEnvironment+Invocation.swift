import Glibc
import LocalHTTP

extension ExecutionEnvironment {
    /// Whether it can be given an invocation; a process that was killed while it was frozen is noticed here.
    func isUsable() -> Bool {
        process?.reapIfEnded()
        return phase == .ready && current == nil
    }

    /// Hands an invocation to the runtime, which waits for one.
    func begin(_ pending: PendingInvocation) {
        let deadline = context.clock.epochMilliseconds + Int64(function.timeout / .milliseconds(1))
        let invocation = ActiveInvocation(
            pending,
            start: context.clock.uptime,
            deadlineMilliseconds: deadline
        )
        current = invocation
        state.begin(invocation.requestID)
        process?.signal(SIGCONT)
        log.writeStart(of: invocation)
        setAlarm(function.timeout) { $0.breakDown(.timedOut(after: $0.function.timeout)) }
        memory?.resume()
        deliver(invocation)
    }

    /// Stops the process until it is needed again; after a while without need it is ended.
    func freeze() {
        process?.signal(SIGSTOP)
        memory?.pause()
        setAlarm(context.settings.idleLifetime) { $0.end() }
    }

    /// The runtime asked for the next invocation after it had answered this one.
    func completeInvocation() {
        guard let current else { return }
        process?.drain()
        _ = memory?.isExceeded()
        log.writeEnd(of: current, peakMemoryByteCount: memory?.peakByteCount ?? 0)
        self.current = nil
        current.complete()
    }

    /// The start or the invocation cannot go on: its caller is told, and the process is ended.
    func breakDown(_ failure: RuntimeFailure) {
        switch phase {
        case .starting, .startingAgain:
            reportFailedStart(failure)
            owner?.environment(self, didFailToStart: failure)
        case .ready: failInvocation(failure)
        case .ending, .ended: return
        }
        end(grace: .zero)
    }

    private func failInvocation(_ failure: RuntimeFailure) {
        process?.drain()
        guard let current else { return log.writeEndWhileFrozen(failure) }
        log.writeFailure(failure, of: current)
        current.fail(failure)
        completeInvocation()
    }

    /// Ends the process: at once where the runtime has no extension, as Lambda does, else after `SIGTERM` and a grace.
    ///
    /// An invocation that is under way fails, one that was answered already does not.
    func end() {
        if current?.isAnswered == true {
            completeInvocation()
        } else if current != nil {
            failInvocation(.exited(.signalled(SIGKILL)))
        }
        end(grace: extensions.isEmpty ? .zero : context.settings.shutdownGrace)
    }

    private func end(grace: Duration) {
        guard phase != .ending, phase != .ended else { return }
        phase = .ending
        memory?.pause()
        owner?.environmentIsEnding(self)
        guard let process, process.isAlive else {
            cancelAlarm()
            return LambdaActor.post { self.tearDown() }
        }
        if grace > .zero {
            process.signal(SIGTERM)
            process.signal(SIGCONT)
            setAlarm(grace) { $0.process?.signal(SIGKILL) }
        } else {
            cancelAlarm()
            process.signal(SIGKILL)
        }
    }
}
