/// What the platform says when an invocation has ended.
struct Report {
    let requestID: String
    let duration: Duration
    /// How long the runtime took to start, where this was its first invocation.
    let initializationDuration: Duration?
    let memoryMegabytes: Int
    let peakMemoryByteCount: Int
    let failure: RuntimeFailure?

    /// The `REPORT` line; its fields are separated by tabs.
    var line: String {
        var fields = [
            "REPORT RequestId: \(requestID)",
            "Duration: \(duration.millisecondsText) ms",
            "Billed Duration: \(billedMilliseconds) ms",
            "Memory Size: \(memoryMegabytes) MB",
            "Max Memory Used: \(usedMegabytes) MB",
        ]
        if let initializationDuration {
            fields.append("Init Duration: \(initializationDuration.millisecondsText) ms")
        }
        return (fields + status).joined(separator: "\t")
    }

    /// Since August 2025 the start is billed too.
    private var billedMilliseconds: Int {
        (duration + (initializationDuration ?? .zero)).roundedUpMilliseconds
    }

    private var usedMegabytes: Int {
        min(memoryMegabytes, (peakMemoryByteCount + 1_048_575) / 1_048_576)
    }

    private var status: [String] {
        switch failure {
        case nil, .responseTooLarge: []
        case .timedOut: ["Status: timeout"]
        case let failure?: ["Status: error", "Error Type: \(failure.type)"]
        }
    }
}

extension Duration {
    fileprivate var roundedUpMilliseconds: Int {
        (wholeMicroseconds + 999) / 1_000
    }
}
