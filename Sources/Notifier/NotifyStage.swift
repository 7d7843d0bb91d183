import PipelineRuntime
import PipelineStage
import StageContracts

/// Does with the original what was asked, and tells the owner of a request how it ended.
final class NotifyStage: Stage {
    static let name = StageName.notify

    private let rule: RetentionRule
    private let mail: MailSender
    private let webhook: WebhookSender
    /// The endpoint that is called where a request names none.
    private let endpoint: WebAddress?
    private let buckets: Buckets
    private let clock: any WallClock

    static func settings(reading reader: inout SettingsReader) -> NotifySettings {
        NotifySettings(reading: &reader)
    }

    init(settings: NotifySettings, environment: StageEnvironment) {
        clock = environment.clock
        buckets = environment.buckets
        endpoint = settings.webhook.address
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

    /// Follow the retention rule → remove what only the stages needed → send the mail → leave the webhook to a message of
    /// its own.
    ///
    /// That message has a queue of its own, too: an endpoint that does not answer holds up nobody's mail. What is done is
    /// saved at once: a message that comes again tries what is left.
    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        guard job.message != .webhook else { return try runWebhook(job) }
        let retained = try job.measure("retain") { () throws(StageFailure) in try rule.follow(job) }
        if let retained { try job.save(retained) }
        let cleaningFailure = try attempt { () throws(StageFailure) in try removeIntermediate(job) }
        let mailFailure = try attempt { () throws(StageFailure) in try sendMail(job) }
        if endpoint(for: job) != nil {
            let isOnItsWay = job.record.notifications.contains { $0.channel == .webhook }
            job.leave(isOnItsWay ? .otherMessage : .newMessage(.webhook))
        }
        if let failure = mailFailure ?? cleaningFailure { throw failure }
        return RecordChanges()
    }

    private func runWebhook(_ job: Job) throws(StageFailure) -> RecordChanges {
        let pause = try job.measure("webhook") { () throws(StageFailure) in try callWebhook(job) }
        if let pause { throw .retry(after: pause, detail: "the webhook was not taken") }
        if job.isToBeWritten {
            job.leave(.otherMessage)
        } else {
            // Where the message with the mail could not, it does nothing more once the stage is done.
            try removeIntermediate(job)
        }
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

    /// Removes what nobody reads any more once the pictures are made; after a failure it stays until it expires.
    ///
    /// What cannot be removed now is removed by the next attempt, or by its expiry where it is not ours to remove. Where the
    /// original could not be archived, the request's own copy may be the last one: it is left, too.
    private func removeIntermediate(_ job: Job) throws(StageFailure) {
        guard job.record.status == .processed else { return }
        guard try job.request.retention != .archive || job.record.original != nil else { return }
        try job.measure("clean") { () throws(StageFailure) in
            do throws(AWSError) {
                try RequestFiles(s3: job.services.s3, buckets: buckets).removeIntermediate(of: job.requestID)
            } catch {
                if error.isRetryable { throw StageFailure(error) }
                job.log.error("intermediate files stay where they are", ["detail": "\(error)"])
            }
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
        guard let address = endpoint(for: job) else { return nil }
        let previous = job.record.notifications.last { $0.channel == .webhook }
        let due = previous?.nextAttemptAt ?? now
        guard due.milliseconds <= now.milliseconds else { return now.remaining(to: due) }
        let callback = Callback(of: try job.recordWithNewLinks(), attributes: job.contact.attributes)
        let result = webhook.send(callback, to: address, after: previous, for: job)
        try job.save(RecordChanges(notifications: [result]))
        return result.nextAttemptAt.map { now.remaining(to: $0) }
    }

    /// The endpoint to call about a request: its own, else the one for all; nil where that was called, or never will be.
    private func endpoint(for job: Job) -> WebAddress? {
        guard !job.contact.hasPuzzle, !job.record.hasEnded(.webhook) else { return nil }
        return job.contact.webhook ?? endpoint
    }

    private var now: Timestamp { Timestamp(clock.now) }
}

extension Job {
    /// Whether a mail is still to be sent.
    fileprivate var isToBeWritten: Bool { contact.email != nil && !record.hasEnded(.email) }
}

extension Record {
    /// Whether the owner was told that way, or can never be.
    fileprivate func hasEnded(_ channel: NotificationChannel) -> Bool {
        notifications.contains { $0.channel == channel && $0.status != .retrying }
    }
}
