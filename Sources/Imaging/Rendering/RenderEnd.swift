/// What all renditions of a job have in common at their ends.
struct RenderEnd {
    /// Takes a finished rendition and its index.
    typealias Delivery = (Int, RenderedImage) throws(ImagingError) -> Void

    /// What the source says of itself.
    let exif: EXIF?
    /// What the decoder is to do with damage, and whether it found some.
    let damage: SourceDamage
    /// What is done to the source before all renditions.
    let journal = StepJournal(.source)
    /// The WebP files, which are encoded together when all rows are there.
    let webps: WebPBatch
    /// The work that is left for files whose quality is looked for.
    let account = WorkAccount()
    /// Takes each rendition when it is complete.
    let deliver: Delivery

    /// The ends of what is made of a source with the header `info`.
    init(
        _ info: ImageInfo,
        _ damage: SourceDamage,
        webps: WebPBatch = WebPBatch(),
        _ deliver: @escaping Delivery
    ) {
        (exif, self.damage, self.webps, self.deliver) = (info.exif, damage, webps, deliver)
    }
}
