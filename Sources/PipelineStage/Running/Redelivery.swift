import PipelineRuntime

/// Tells the queue when messages that were not dealt with are to be seen again.
///
/// The event source mapping only leaves such messages alone; without this they would come back after the queue's
/// whole visibility timeout, which is made for a function that hangs.
struct Redelivery {
    let queues: SQSClient
    let endpoints: AWSEndpoints

    /// The longest time that SQS hides a message.
    private static let limit = Duration.seconds(43_200)

    /// Hides messages for a time each; where that fails, the queue's own visibility timeout holds.
    ///
    /// - Parameters:
    ///   - messages: Messages of one queue, with the time from now after which they are seen again.
    ///   - log: Where failures are told.
    func schedule(_ messages: [(message: SQSMessage, pause: Duration)], log: Logger) {
        guard let first = messages.first?.message, let url = queueURL(arn: first.eventSourceARN) else {
            return
        }
        do {
            let timeouts = messages.map { ($0.message.receiptHandle, Self.wholeSeconds($0.pause)) }
            let failures = try queues.changeVisibility(timeouts, in: url)
            if !failures.isEmpty { log.warn("messages stay hidden", ["count": .integer(failures.count)]) }
        } catch {
            log.warn("messages stay hidden", ["count": .integer(messages.count), "detail": "\(error)"])
        }
    }

    /// SQS counts whole seconds; a pause is rather made longer than cut short.
    private static func wholeSeconds(_ pause: Duration) -> Duration {
        .seconds((min(max(pause, .zero), limit) / .seconds(1)).rounded(.up))
    }

    /// The queue's URL, which every implementation of SQS builds of endpoint, account and name.
    private func queueURL(arn: String) -> String? {
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 6 else { return nil }
        return "\(endpoints.baseURL(of: .sqs))/\(parts[4])/\(parts[5])"
    }
}
