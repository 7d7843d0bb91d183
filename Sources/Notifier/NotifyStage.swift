import PipelineRuntime
import PipelineStage
import StageContracts

/// Does with the original what was asked, and tells the owner of a request how it ended.
final class NotifyStage: Stage {
    static let name = StageName.notify

    private let rule: RetentionRule
    private let mail: MailSender
    private let webhook: WebhookSender
    private let clock: any WallClock

    static func settings(reading reader: inout SettingsReader) -> NotifySettings {
        NotifySettings(reading: &reader)
    }

    init(settings: NotifySettings, environment: StageEnvironment) {
        clock = environment.clock
        rule = RetentionRule(
            buckets: environment.buckets,
            clock: clock
        )
        mail = MailSender(
            settings: settings,
            outputs: MailedOutputSource(bucket: environment.buckets.processed),
            clock: clock
        )
        webhook = WebhookSender(
            transport: environment.web,
            keyring: WebhookKeyring(settings: settings.webhook, clock: clock),
            addresses: environment.webhookAddresses,
            clock: clock
        )
    }

    /// Follow the retention rule → send the mail → call the webhook.
    ///
    /// What is done is saved at once, and a channel that fails does not hold up the others: a message that comes again
    /// tries what is left.
    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        let retained = try job.measure("retain") { () throws(StageFailure) in try rule.follow(job) }
        if let retained { try job.save(retained) }
        let mailFailure = try attempt { () throws(StageFailure) in try sendMail(job) }
        let pause = try job.measure("webhook") { () throws(StageFailure) in try callWebhook(job) }
        if let mailFailure { throw mailFailure }
        if let pause { throw .retry(after: pause, detail: "the webhook was not taken") }
        return RecordChanges()
    }

    /// Whether something is to be tried again later; what cannot be done at all goes on to the caller.
    private func attempt(_ work: () throws(StageFailure) -> Void) throws(StageFailure) -> StageFailure? {
        do {
            try work()
            return nil
        } catch {
            guard case .retry = error else { throw error }
            return error
        }
    }

    private func sendMail(_ job: Job) throws(StageFailure) {
        guard let owner = job.contact.email, !job.record.hasEnded(.email) else { return }
        let notification = try job.measure("email") { () throws(StageFailure) in
            try mail.send(about: job, to: owner)
        }
        try job.save(RecordChanges(notifications: [notification]))
    }

    /// Calls the webhook if that is due.
    ///
    /// - Returns: The time after which it is to be called again; nil when it needs no other call.
    private func callWebhook(_ job: Job) throws(StageFailure) -> Duration? {
        guard let address = job.contact.webhook, !job.record.hasEnded(.webhook) else { return nil }
        let previous = job.record.notifications.last { $0.channel == .webhook }
        let due = previous.flatMap(WebhookSchedule.nextAttempt) ?? now
        guard due.milliseconds <= now.milliseconds else { return now.remaining(to: due) }
        let callback = Callback(of: job.record, attributes: job.contact.attributes)
        let result = try webhook.send(callback, to: address, after: previous, for: job)
        try job.save(RecordChanges(notifications: [result]))
        guard result.status == .retrying else { return nil }
        return WebhookSchedule.nextAttempt(after: result).map { now.remaining(to: $0) }
    }

    private var now: Timestamp { Timestamp(clock.now) }
}

extension Record {
    /// Whether the owner was told that way, or can never be.
    fileprivate func hasEnded(_ channel: NotificationChannel) -> Bool {
        notifications.contains { $0.channel == channel && $0.status != .retrying }
    }
}
