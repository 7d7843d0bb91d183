import PipelineRuntime
import PipelineStage
import StageContracts

/// Writes to the owner when a request has ended.
struct MailSender {
    let settings: NotifySettings
    let outputs: MailedOutputSource
    let clock: any WallClock

    /// Compose → send.
    ///
    /// An address that SES refuses for good is noted, since nobody else can be told. SES has no means to recognise a
    /// mail: one of which the answer was lost is sent again, rather than not at all.
    func send(about job: Job, to owner: EmailAddress) throws(StageFailure) -> Notification {
        let mail = try compose(job)
        let message = EmailMessage(
            from: settings.sender,
            to: [owner.text],
            subject: mail.subject,
            html: mail.html,
            text: mail.text,
            headers: Self.headers,
            attachments: mail.previews
        )
        do {
            let id = try job.services.email.sendEmail(message)
            return Notification(channel: .email, status: .sent, at: Timestamp(clock.now), id: id)
        } catch {
            if error.isRetryable { throw StageFailure(error) }
            job.log.error("the owner could not be told", ["reason": .string("\(error)")])
            let now = Timestamp(clock.now)
            return Notification(channel: .email, status: .failed, at: now, detail: error.code)
        }
    }

    /// Nobody's absence notice answers a mail that says so of itself (RFC 3834 section 5).
    private static let headers: [HTTPHeader] = [HTTPHeader("Auto-Submitted", "auto-generated")]

    private func compose(_ job: Job) throws(StageFailure) -> Mail {
        let expiry = try outputs.linkExpiry(for: job)
        let files = try outputs.files(of: job)
        return Mail(about: job.record, files: files, expiry: expiry)
    }
}
