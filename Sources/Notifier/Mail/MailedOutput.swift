import PipelineRuntime
import StageContracts

/// An output as a mail shows it.
struct MailedOutput {
    let output: Output
    /// A link that lives its full time from now.
    let link: String
    /// A small picture of it that travels with the mail, if it is one of those that are shown.
    let preview: EmailAttachment?
}
