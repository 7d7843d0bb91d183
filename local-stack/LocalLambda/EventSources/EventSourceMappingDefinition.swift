import Glibc

/// How a queue's messages reach a function.
package struct EventSourceMappingDefinition: Sendable, Hashable {
    /// The function that is invoked.
    package let functionName: String
    /// How many messages one invocation gets at most; above 10, several receives are gathered within the window.
    package let batchSize: Int
    /// How long messages are gathered after the first of a batch; zero: what one receive brings is a batch.
    package let batchingWindow: Duration
    /// Whether the function's answer names the messages that failed (`ReportBatchItemFailures`).
    package let reportsBatchItemFailures: Bool
    /// How many batches may be under way at once.
    package let maximumConcurrency: Int

    /// A mapping; the defaults are those of `AWS::Lambda::EventSourceMapping` for a queue.
    ///
    /// Lambda begins with five batches at once and goes up to 1,250. Here nil means five, or as many as the machine has
    /// processors where these are fewer, but two at least (Lambda's least `MaximumConcurrency`).
    package init(
        functionName: String,
        batchSize: Int = 10,
        batchingWindow: Duration = .zero,
        reportsBatchItemFailures: Bool = false,
        maximumConcurrency: Int? = nil
    ) {
        self.functionName = functionName
        self.batchSize = max(1, batchSize)
        self.batchingWindow = batchingWindow
        self.reportsBatchItemFailures = reportsBatchItemFailures
        self.maximumConcurrency = max(1, maximumConcurrency ?? Self.machineConcurrency)
    }

    private static var machineConcurrency: Int {
        min(5, max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}
