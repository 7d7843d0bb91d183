/// One picture to make from a source.
package struct RenditionPlan: Hashable, Sendable {
    /// The size.
    package var resize: Resize
    /// The file format and its settings.
    package var encoding: Encoding
    /// What is done to the picture once it has its size.
    package var operations: [Operation]
    /// The EXIF fields of the source that it keeps.
    package var metadata = MetadataFields.copyright
    /// The largest file; of a format with loss, the quality is lowered until it fits.
    package var maximumByteCount: Int?
    /// Whether the file may be the source as it is coded, where that is one of the same format, upright and in sRGB, and no pixel
    /// changes.
    package var mayBeSource = false
    /// Whether the encoding's effort was reduced, so that the request stays within the limits.
    private(set) var hasLessEffort = false

    /// Whether it was to be the source, upright, whole and in sRGB, and had to be encoded again with a loss.
    private(set) var isEncodedAgain = false

    /// A rendition of the given size and format.
    package init(_ resize: Resize, as encoding: Encoding, operations: [Operation] = []) {
        self.resize = resize
        self.encoding = encoding
        self.operations = operations
    }

    /// What is done differently from what was asked for.
    var notices: Set<RenderedImage.Notice> {
        var notices: Set<RenderedImage.Notice> = []
        if hasLessEffort { notices.insert(.lessEffort) }
        if isEncodedAgain { notices.insert(.encodedAgain) }
        return notices
    }

    /// The same without operations that do nothing to it, made of an upright picture of that size.
    func withoutIdleOperations(on source: PixelSize) -> RenditionPlan {
        guard let size = try? resize.size(of: source) else { return self }
        var plan = self
        plan.operations = operations.withoutIdle(on: size)
        return plan
    }

    /// The same, encoded as finely as the source where only turning it upright, making it whole or bringing it to sRGB needs a new
    /// encode.
    func coded(like source: ImageStructure, isDamaged: Bool) -> RenditionPlan {
        guard mayBeSource, operations.isEmpty, resize.keeps(source.info.size),
            let encoding = source.coding(encoding, isDamaged: isDamaged)
        else { return self }
        var plan = self
        plan.encoding = encoding
        plan.isEncodedAgain = encoding.quality != nil
        return plan
    }

    /// The same with the least effort, where that was left open.
    var withLeastEffort: RenditionPlan {
        guard let encoding = encoding.withLeastEffort, encoding != self.encoding else { return self }
        var plan = self
        (plan.encoding, plan.hasLessEffort) = (encoding, true)
        return plan
    }
}

extension ImageStructure {
    /// How to encode as finely as this file, which is not upright, not whole, not in sRGB or only a part of its canvas; nil for one
    /// that needs no new encode, and for a PNG, which loses nothing.
    fileprivate func coding(_ encoding: Encoding, isDamaged: Bool) -> Encoding? {
        let orientation = info.orientation
        let mustChange = isDamaged || orientation != .up
        switch (self, encoding) {
        case (.jpeg(let structure), .jpeg(let options))
        where mustChange || !structure.hasColorsOfSRGB:
            return .jpeg(structure.coding(options, isTransposed: orientation.swapsSides))
        case (.webp(let structure), .webp(let options))
        where mustChange || !structure.frames.isEmpty || !structure.hasColorsOfSRGB:
            return .webp(structure.coding(options))
        default: return nil
        }
    }
}
