extension ExecutionEnvironment {
    /// Writes a line that the function printed.
    func write(_ line: [UInt8]) {
        current?.note(line)
        context.log.write(line, function: function.name)
    }

    /// Writes a line that the platform has to say.
    func writePlatform(_ line: String) {
        write(Array(line.utf8))
    }

    /// `END` and `REPORT`.
    func writeReport(_ invocation: ActiveInvocation) {
        _ = memory?.isExceeded()
        let report = Report(
            requestID: invocation.requestID,
            duration: context.clock.uptime - invocation.start,
            initializationDuration: initializationDuration,
            memoryMegabytes: function.memoryMegabytes,
            peakMemoryByteCount: memory?.peakByteCount ?? 0,
            failure: invocation.failure
        )
        initializationDuration = nil
        writePlatform("END RequestId: \(invocation.requestID)")
        writePlatform(report.line)
    }

    /// What Lambda says of a start that failed.
    func writeStartReport(_ failure: RuntimeFailure) {
        process?.drain()
        let step = phase == .starting ? "init" : "invoke"
        let status =
            if case .timedOut = failure { "Status: timeout" } else {
                "Status: error\tError Type: \(failure.type)"
            }
        writePlatform("INIT_REPORT Init Duration: \(age.millisecondsText) ms\tPhase: \(step)\t\(status)")
        if case .cannotStart(_, let reason) = failure { writePlatform(reason) }
    }

    /// What Lambda says of an invocation that did not come to its end.
    func writeFailure(_ failure: RuntimeFailure, of invocation: ActiveInvocation) {
        if case .timedOut = failure {
            writePlatform("\(context.clock.timestamp) \(invocation.requestID) \(failure.reason)")
        } else {
            writePlatform("RequestId: \(invocation.requestID) Error: \(failure.reason)")
            writePlatform(failure.type)
        }
    }
}
