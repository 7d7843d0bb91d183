import Testing

@testable import LocalLambda

@Suite struct ReportTests {
    private func line(
        _ duration: Duration,
        start: Duration? = nil,
        peak: Int = 0,
        failure: RuntimeFailure? = nil
    ) -> String {
        Report(
            requestID: "1",
            duration: duration,
            initializationDuration: start,
            memoryMegabytes: 128,
            peakMemoryByteCount: peak,
            failure: failure
        ).line
    }

    private let head = "REPORT RequestId: 1\t"

    @Test func `the first invocation of a process pays for its start`() {
        let wanted = "Duration: 1.42 ms\tBilled Duration: 50 ms\tMemory Size: 128 MB\tMax Memory Used: 15 MB"
        #expect(
            line(.microseconds(1_419), start: .microseconds(48_300), peak: 15 << 20)
                == head + wanted + "\tInit Duration: 48.30 ms"
        )
    }

    @Test(arguments: [
        (Duration.zero, "0.00 ms", 0), (.microseconds(4), "0.00 ms", 1), (.microseconds(999), "1.00 ms", 1),
        (.milliseconds(3), "3.00 ms", 3), (.microseconds(3_001), "3.00 ms", 4),
        (.seconds(2), "2000.00 ms", 2_000),
    ])
    func `time is billed by the millisecond begun`(duration: Duration, text: String, billed: Int) {
        #expect(line(duration).hasPrefix(head + "Duration: \(text)\tBilled Duration: \(billed) ms\t"))
    }

    @Test(arguments: [(0, 0), (1, 1), (15 << 20, 15), (15 << 20 + 1, 16), (500 << 20, 128)])
    func `memory is told in whole mebibytes, never more than there is`(bytes: Int, megabytes: Int) {
        #expect(line(.zero, peak: bytes).hasSuffix("Max Memory Used: \(megabytes) MB"))
    }

    @Test(arguments: [
        (RuntimeFailure.timedOut(after: .seconds(1)), "\tStatus: timeout"),
        (.exited(.exited(1)), "\tStatus: error\tError Type: Runtime.ExitError"),
        (.outOfMemory, "\tStatus: error\tError Type: Runtime.OutOfMemory"),
        (.responseTooLarge, " MB"),
    ])
    func `an invocation that failed says so`(failure: RuntimeFailure, ending: String) {
        #expect(line(.zero, failure: failure).hasSuffix(ending))
    }
}
