package import StageContracts

/// Who does what a job leaves of its stage's work.
package enum Rest: Equatable, Sendable {
    /// A message that is published when the job is over.
    case newMessage(StageMessage.Kind)
    /// A message that is on its way already.
    case otherMessage
}
