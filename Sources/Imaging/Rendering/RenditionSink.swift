/// Where a file goes: to all renditions that come to it.
struct RenditionSink {
    /// How the file is written.
    let file: RenditionFile
    /// The renditions.
    let recipients: [RenditionRecipient]
    /// What is known before the file is.
    let notices: Set<RenderedImage.Notice>
    /// What takes the file.
    let end: RenderEnd
    /// What is done to the reduced picture.
    let journal = StepJournal(.rendition)

    /// Collects the bytes of a picture of `size` and delivers them.
    func bytes(for size: PixelSize) -> any ByteSink {
        // A byte for each pixel is enough for most files.
        ByteCollector(capacity: size.pixelCount) { bytes throws(ImagingError) in
            var notices = notices
            if end.damage.isFound {
                notices.insert(.damagedSource)
            }
            if let maximum = file.maximumByteCount, bytes.count > maximum {
                notices.insert(.missedSizeLimit)
            }
            for recipient in recipients {
                let image = RenderedImage(
                    bytes: bytes,
                    format: file.encoding.format,
                    size: size,
                    notices: notices.union(recipient.notices),
                    steps: end.journal.steps + recipient.steps + journal.steps
                )
                try end.deliver(recipient.index, image)
            }
        }
    }
}
