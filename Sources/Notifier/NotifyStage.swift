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

    /// Follow the retention rule → send the mail → leave the webhook to a message of its own.
    ///
    /// That message has a queue of its own, too: an endpoint that does not answer holds up nobody's mail. What is done is
    /// saved at once: a message that comes again tries what is left.
    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        guard job.message != .webhook else { return try runWebhook(job) }
        let retained = try job.measure("retain") { () throws(StageFailure) in try rule.follow(job) }
        if let retained { try job.save(retained) }
        let mailFailure = try attempt { () throws(StageFailure) in try sendMail(job) }
        if job.isToBeCalledBack {
            let isOnItsWay = job.record.notifications.contains { $0.channel == .webhook }
            job.leave(isOnItsWay ? .otherMessage : .newMessage(.webhook))
        }
        if let mailFailure { throw mailFailure }
        return RecordChanges()
    }

    private func runWebhook(_ job: Job) throws(StageFailure) -> RecordChanges {
        let pause = try job.measure("webhook") { () throws(StageFailure) in try callWebhook(job) }
        if let pause { throw .retry(after: pause, detail: "the webhook was not taken") }
        if job.isToBeWritten { job.leave(.otherMessage) }
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
        guard let owner = job.contact.email, job.isToBeWritten else { return }
        let notification = try job.measure("email") { () throws(StageFailure) in
            try mail.send(about: job, to: owner)
        }
        try job.save(RecordChanges(notifications: [notification]))
    }

    /// Calls the webhook if that is due.
    ///
    /// - Returns: The time after which it is to be called again; nil when it needs no other call.
    private func callWebhook(_ job: Job) throws(StageFailure) -> Duration? {
        guard let address = job.contact.webhook, job.isToBeCalledBack else { return nil }
        let previous = job.record.notifications.last { $0.channel == .webhook }
        let due = previous?.nextAttemptAt ?? now
        guard due.milliseconds <= now.milliseconds else { return now.remaining(to: due) }
        let callback = Callback(of: try job.recordWithNewLinks(), attributes: job.contact.attributes)
        let result = webhook.send(callback, to: address, after: previous, for: job)
        try job.save(RecordChanges(notifications: [result]))
        return result.nextAttemptAt.map { now.remaining(to: $0) }
    }

    private var now: Timestamp { Timestamp(clock.now) }
}

extension Job {
    /// Whether a mail is still to be sent.
    fileprivate var isToBeWritten: Bool { contact.email != nil && !record.hasEnded(.email) }

    /// Whether a webhook is still to be called.
    fileprivate var isToBeCalledBack: Bool { contact.webhook != nil && !record.hasEnded(.webhook) }
}

extension Record {
    /// Whether the owner was told that way, or can never be.
    fileprivate func hasEnded(_ channel: NotificationChannel) -> Bool {
        notifications.contains { $0.channel == channel && $0.status != .retrying }
    }
}
