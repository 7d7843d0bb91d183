import PipelineRuntime
import StageContracts

/// An output as a mail shows it.
struct MailedOutput {
    let output: Output
    /// A link that lives its full time from now.
    let link: String
    /// The output itself, if it is small enough to travel with the mail.
    let preview: EmailAttachment?
}
