/// Brings a PNG into normal form by its chunks.
struct PNGNormaliser {
    /// The chunks that pixels and their colours depend on (PNG third edition, clause 11).
    private static let kept: Set = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs",
        "cICP",
        "mDCV", "cLLI", "hIST", "sPLT",
    ]
    /// The chunks of an animation.
    private static let animation: Set = ["acTL", "fcTL", "fdAT"]

    private let source: [UInt8]
    private let fields: MetadataFields
    private let structure: PNGStructure

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
        structure = try PNGStructure(
            reading: source,
            toleratingDamage: damage.isTolerated,
            limits: limits
        )
    }

    /// What a picture in sRGB says of its colours beside that.
    private static let colors: Set = ["iCCP", "cICP", "cHRM", "gAMA", "mDCV", "cLLI"]

    /// The picture as it is coded, with the fields that stay as its only metadata and without a profile.
    var stripped: [UInt8] {
        let block = KeptMetadata(structure.info.exif, fields).block(orientation: .up)
        return assembled(block) { !Self.colors.contains($0.type) }
    }

    /// The normal form.
    func normalised() -> NormalisedImage {
        let info = structure.info
        let block = KeptMetadata(info.exif, fields).block(orientation: info.orientation)
        var changes = removals(keeping: block)
        guard !changes.isEmpty else { return .unchanged }
        if info.orientation != .up {
            changes.insert(.keptOrientation)
        }
        return .rewritten(bytes: assembled(block), changes: changes)
    }

    private func removals(keeping block: [UInt8]?) -> Set<NormalisedImage.Change> {
        var changes: Set<NormalisedImage.Change> = []
        for chunk in structure.chunks where !isKept(chunk) {
            if Self.animation.contains(chunk.type) {
                changes.insert(.keptFirstFrame)
            } else if chunk.type != "eXIf" || !(block.map(chunk.data.slice.elementsEqual) ?? false) {
                changes.insert(.strippedMetadata)
            }
        }
        if structure.end < source.count {
            changes.insert(.removedTrailingData)
        }
        return changes
    }

    private func isKept(_ chunk: PNGStructure.Chunk) -> Bool {
        Self.kept.contains(chunk.type)
    }

    private func assembled(
        _ block: [UInt8]?,
        of isWanted: (PNGStructure.Chunk) -> Bool = { _ in true }
    ) -> [UInt8] {
        var file = PNGStructure.signature
        file.reserveCapacity(source.count)
        for chunk in structure.chunks where isKept(chunk) && isWanted(chunk) {
            file += source[chunk.range]
            if chunk.type == "IHDR", let block {
                file += PNGChunk.encoded("eXIf", block)
            }
        }
        return file
    }
}
