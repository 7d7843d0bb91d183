import PipelineRuntime
import PipelineStage
import StageContracts

/// Does with the original what was asked, and tells the owner of a request how it ended.
final class NotifyStage: Stage {
    static let name = StageName.notify

    private let settings: NotifySettings
    private let rule: RetentionRule
    private let shelf: OutputShelf
    private let email: SESClient
    private let clock: any WallClock

    static func settings(reading reader: inout SettingsReader) -> NotifySettings {
        NotifySettings(reading: &reader)
    }

    init(settings: NotifySettings, services: StageServices) {
        self.settings = settings
        rule = RetentionRule(
            s3: services.s3,
            requestBucket: services.settings.requestBucket,
            preprocessedBucket: services.settings.preprocessedBucket,
            archiveBucket: settings.archiveBucket,
            clock: services.clock
        )
        shelf = OutputShelf(s3: services.s3, bucket: services.settings.processedBucket)
        email = services.email
        clock = services.clock
    }

    /// Follow the retention rule → compose → send.
    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        let retained = try job.measure("retain") { () throws(StageFailure) in try rule.follow(job) }
        // Saved at once: a mail may have to wait for hours.
        if let retained { try job.save(retained) }
        guard let owner = job.contact.email, !job.record.hasTold(.email) else { return RecordChanges() }
        let mail = try job.measure("compose") { () throws(StageFailure) in try compose(job) }
        let notification = try job.measure("email") { () throws(StageFailure) in
            try send(mail, to: owner, job.log)
        }
        return RecordChanges(notifications: [notification])
    }

    private func compose(_ job: Job) throws(StageFailure) -> Mail {
        let lifetime = settings.linkLifetime
        let files = try shelf.files(of: job.record, linkLifetime: lifetime, log: job.log)
        return Mail(about: job.record, files: files, expiry: Timestamp(clock.now.advanced(by: lifetime)))
    }

    /// Sends the mail; an address that SES refuses for good is noted, since nobody else can be told.
    ///
    /// SES has no means to recognise a mail: one of which the answer was lost is sent again, rather than not at all.
    private func send(
        _ mail: Mail,
        to owner: EmailAddress,
        _ log: Logger
    ) throws(StageFailure) -> Notification {
        let message = EmailMessage(
            from: settings.sender,
            to: [owner.text],
            subject: mail.subject,
            html: mail.html,
            text: mail.text,
            attachments: mail.previews
        )
        do {
            let id = try email.sendEmail(message)
            return Notification(channel: .email, status: .sent, at: Timestamp(clock.now), id: id)
        } catch {
            if error.isRetryable { throw StageFailure(error) }
            log.error("the owner could not be told", ["reason": .string("\(error)")])
            let now = Timestamp(clock.now)
            return Notification(channel: .email, status: .failed, at: now, detail: error.code)
        }
    }
}

extension Record {
    /// Whether an earlier attempt has already told the owner that way.
    fileprivate func hasTold(_ channel: NotificationChannel) -> Bool {
        notifications.contains { $0.channel == channel && $0.status == .sent }
    }
}
