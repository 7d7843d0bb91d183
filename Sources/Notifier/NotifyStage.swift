import PipelineRuntime
import PipelineStage
import StageContracts

/// Tells the owner of a request how it ended.
final class NotifyStage: Stage {
    static let name = StageName.notify

    private let settings: NotifySettings
    private let services: StageServices

    static func settings(reading reader: inout SettingsReader) -> NotifySettings {
        NotifySettings(reading: &reader)
    }

    init(settings: NotifySettings, services: StageServices) {
        self.settings = settings
        self.services = services
    }

    /// Sign links → compose → send.
    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        guard let owner = job.contact.email, !job.record.hasTold(.email) else { return RecordChanges() }
        let links = try signLinks(job)
        let mail = Mail(about: job.record, links: links, lifetime: settings.linkLifetime)
        return RecordChanges(notifications: [
            try job.measure("email") { () throws(StageFailure) in
                try send(mail, to: owner, job)
            }
        ])
    }

    /// Links of their own, so that those in the mail live their full time from now.
    private func signLinks(_ job: Job) throws(StageFailure) -> [String] {
        do {
            var links: [String] = []
            for output in job.record.outputs {
                let location = S3Location(bucket: services.settings.processedBucket, key: output.key)
                links.append(try services.s3.presignedURL("GET", location, expiresIn: settings.linkLifetime))
            }
            return links
        } catch {
            throw StageFailure(error)
        }
    }

    /// Sends the mail; an address that SES refuses for good is noted, since nobody else can be told.
    private func send(_ mail: Mail, to owner: EmailAddress, _ job: Job) throws(StageFailure) -> Notification {
        do {
            let id = try services.email.sendEmail(
                EmailMessage(
                    from: settings.sender,
                    to: [owner.text],
                    subject: mail.subject,
                    html: mail.html,
                    text: mail.text
                )
            )
            return Notification(channel: .email, status: .sent, at: Timestamp(services.clock.now), id: id)
        } catch {
            if error.isRetryable { throw StageFailure(error) }
            job.log.error("the owner could not be told", ["reason": .string("\(error)")])
            let now = Timestamp(services.clock.now)
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
