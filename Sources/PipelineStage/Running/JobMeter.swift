import PipelineRuntime
import StageContracts

/// Measures what becomes of one message and how long it takes.
final class JobMeter {
    /// How a message ends, for those who count.
    enum Outcome: String, CaseIterable {
        /// The stage did its work.
        case done
        /// The request was refused.
        case failed
        /// The message comes again.
        case retried
        /// Nobody can read the message.
        case unreadable
        /// There was nothing to do: the message came twice, or its request was somebody else's.
        case superfluous
    }

    /// What became of the work, unless the message comes again.
    var outcome = Outcome.superfluous
    /// The milliseconds of the work's parts.
    var steps: [String: Int] = [:]
    private let stage: StageName
    private let messageID: String
    private let start = ContinuousClock.now

    init(stage: StageName, messageID: String) {
        self.stage = stage
        self.messageID = messageID
    }

    /// Tells what was measured: a job's outcome and time, whether it is an error, and the time of each step.
    ///
    /// The average of `Errors` is the error rate.
    func finish(_ disposition: Disposition, in metrics: any MetricsSink) {
        let outcome = outcome(disposition)
        let properties: [String: LogValue] = ["messageId": .string(messageID)]
        metrics.record(
            [
                Metric(
                    "Jobs",
                    1,
                    .count,
                    meaning: "Messages that the stage was given, by what became of them"
                ),
                Metric(
                    "JobDuration",
                    ContinuousClock.now - start,
                    meaning: "Time that a message took, by what became of it"
                ),
            ],
            dimensions: ["Stage": stage.rawValue, "Outcome": outcome.rawValue],
            properties: properties
        )
        let isError = [.failed, .retried, .unreadable].contains(outcome)
        metrics.record(
            [
                Metric(
                    "Errors",
                    isError ? 1 : 0,
                    .count,
                    meaning: "Messages that failed, come again or are unreadable"
                )
            ],
            dimensions: ["Stage": stage.rawValue],
            properties: properties
        )
        for (step, milliseconds) in steps.sorted(by: { $0.key < $1.key }) {
            metrics.record(
                [
                    Metric(
                        "StepDuration",
                        .milliseconds(milliseconds),
                        meaning: "Time of each part of the work"
                    )
                ],
                dimensions: ["Stage": stage.rawValue, "Step": step],
                properties: properties
            )
        }
    }

    private func outcome(_ disposition: Disposition) -> Outcome {
        switch disposition {
        case .done: outcome
        case .retry: .retried
        case .unreadable: .unreadable
        }
    }
}
