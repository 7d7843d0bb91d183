/// A rendition that a file is delivered to.
struct RenditionRecipient {
    /// The rendition's place in the order of the plans.
    let index: Int
    /// What is done differently from what was asked for, as far as it is known before the file is.
    let notices: Set<RenderedImage.Notice>
    /// What its size and shape stand for.
    let steps: [AppliedStep]
}
