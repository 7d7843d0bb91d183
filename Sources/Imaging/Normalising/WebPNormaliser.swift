/// Brings a WebP into normal form by its chunks.
struct WebPNormaliser {
    /// The chunks that pixels and their colours depend on (RFC 9649 section 2).
    private static let kept: Set = ["VP8X", "ICCP", "ALPH", "VP8 ", "VP8L", "ANIM", "ANMF"]

    private let source: [UInt8]
    private let fields: MetadataFields
    private let structure: WebPStructure

    /// A normaliser of `source` that keeps some EXIF fields.
    ///
    /// - Throws: `truncated` or `damaged` by the file's structure.
    init(
        _ source: [UInt8],
        keeping fields: MetadataFields,
        limits: ImageLimits,
        damage: SourceDamage
    ) throws(ImagingError) {
        self.source = source
        self.fields = fields
        structure = try WebPStructure(
            reading: source,
            toleratingDamage: damage.isTolerated,
            limits: limits
        )
    }

    /// The still picture as it is coded, with the fields that stay as its only metadata and without a profile.
    var stripped: [UInt8] {
        let block = KeptMetadata(structure.info.exif, fields).block(orientation: .up)
        return WebPContainer(structure).stripped(exif: block, profile: false)
    }

    /// The normal form.
    func normalised() -> NormalisedImage {
        let info = structure.info
        let block = KeptMetadata(info.exif, fields).block(orientation: info.orientation)
        let frame = structure.firstFrame
        var changes = removals(keeping: block)
        if let frame, frame.picture.count < frame.chunks.count {
            changes.insert(.strippedMetadata)
        }
        // An only frame can be a still file, too, which outputs may be coded like.
        if let frame, frame.covers(structure.size) {
            changes.insert(.keptFirstFrame)
        }
        guard !changes.isEmpty else { return .unchanged }
        // The container is written anew, and whole.
        if structure.isDamaged {
            changes.insert(.acceptedDamage)
        }
        if info.orientation != .up {
            changes.insert(.keptOrientation)
        }
        return .rewritten(bytes: assembled(frame, block), changes: changes)
    }

    private func removals(keeping block: [UInt8]?) -> Set<NormalisedImage.Change> {
        var changes: Set<NormalisedImage.Change> = []
        for chunk in structure.chunks where !Self.kept.contains(chunk.type) {
            if chunk.type != "EXIF" || !(block.map(chunk.data.slice.elementsEqual) ?? false) {
                changes.insert(.strippedMetadata)
            }
        }
        if structure.frames.count > 1 {
            changes.insert(.keptFirstFrame)
        }
        if structure.end < source.count {
            changes.insert(.removedTrailingData)
        }
        return changes
    }

    private func assembled(_ frame: WebPFrame?, _ block: [UInt8]?) -> [UInt8] {
        let container = WebPContainer(structure)
        guard let frame else { return container.stripped(exif: block) }
        return frame.covers(structure.size)
            ? container.still(of: frame, exif: block) : container.animation(of: frame, exif: block)
    }
}
