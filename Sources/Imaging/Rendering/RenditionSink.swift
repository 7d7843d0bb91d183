/// Where a rendition's file goes.
struct RenditionSink {
    /// The rendition's place in the order of the plans.
    let index: Int
    /// What was asked for.
    let plan: RenditionPlan
    /// What is known before the file is.
    let notices: Set<RenderedImage.Notice>
    /// What is done for this rendition.
    let journal: StepJournal
    /// What takes the file.
    let end: RenderEnd

    /// Collects the bytes of a picture of `size` and delivers them.
    func bytes(for size: PixelSize) -> any ByteSink {
        ByteCollector { bytes throws(ImagingError) in
            var notices = notices
            if end.damage.isFound {
                notices.insert(.damagedSource)
            }
            if let maximum = plan.maximumByteCount, bytes.count > maximum {
                notices.insert(.missedSizeLimit)
            }
            if plan.hasLessEffort {
                notices.insert(.lessEffort)
            }
            if plan.isEncodedAgain {
                notices.insert(.encodedAgain)
            }
            let image = RenderedImage(
                bytes: bytes,
                format: plan.encoding.format,
                size: size,
                notices: notices,
                steps: end.journal.steps + journal.steps
            )
            try end.deliver(index, image)
        }
    }
}
