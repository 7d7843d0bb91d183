/// Brings a JPEG into normal form by its segments and coefficients.
struct JPEGNormaliser {
    private let limits: ImageLimits
    private let fields: MetadataFields
    private let damage: SourceDamage
    private let source: [UInt8]
    private let structure: JPEGStructure

    /// A normaliser of `source` that keeps some EXIF fields.
    ///
    /// - Throws: `truncated`, `damaged` or `unsupportedFormat` by the file's structure.
    init(
        _ source: [UInt8],
        keeping fields: MetadataFields,
        limits: ImageLimits,
        damage: SourceDamage
    ) throws(ImagingError) {
        self.source = source
        self.fields = fields
        self.damage = damage
        self.limits = limits
        structure = try JPEGStructure(
            reading: source,
            toleratingDamage: damage.isTolerated,
            limits: limits
        )
    }

    /// The picture as it is coded, with the fields that stay as its only metadata and without a profile.
    var stripped: [UInt8] {
        let block = KeptMetadata(structure.exif, fields).block(orientation: .up)
        return assembled(source, structure, block, profile: false)
    }

    /// The normal form, upright only where that is asked for and loses nothing.
    func normalised(turningUpright isTurned: Bool) throws(ImagingError) -> NormalisedImage {
        let exif = structure.exif
        let orientation = exif?.orientation ?? .up
        let kept = KeptMetadata(exif, fields)
        var changes = removals(keeping: kept.block(orientation: orientation))
        guard orientation != .up else {
            let block = kept.block(orientation: .up)
            return changes.isEmpty
                ? .unchanged : .rewritten(bytes: assembled(source, structure, block), changes: changes)
        }
        // What has to be decoded for its colours is turned then.
        if isTurned, structure.hasColorsOfSRGB,
            let turned = try JPEGTurner(limits: limits, damage: damage)
                .turned(source, structure, by: orientation)
        {
            let block = kept.block(orientation: .up)
            let bytes = assembled(turned, try JPEGStructure(reading: turned), block)
            if damage.isFound || self.structure.isDamaged { changes.insert(.acceptedDamage) }
            return .rewritten(bytes: bytes, changes: changes.union([.turnedUpright]))
        }
        guard !changes.isEmpty else { return .unchanged }
        changes.insert(.keptOrientation)
        let block = kept.block(orientation: orientation)
        return .rewritten(bytes: assembled(source, structure, block), changes: changes)
    }

    private func removals(keeping block: [UInt8]?) -> Set<NormalisedImage.Change> {
        var changes: Set<NormalisedImage.Change> = []
        let isPrivate = structure.header.contains { segment in
            segment.neededPayload.map { !segment.payload.slice.elementsEqual($0) }
                ?? !(segment.isEXIF && block.map(segment.payload.dropping(6).slice.elementsEqual) ?? false)
        }
        if isPrivate || structure.hasStrayBytes {
            changes.insert(.strippedMetadata)
        }
        if structure.end < source.count {
            changes.insert(.removedTrailingData)
        }
        return changes
    }

    /// The picture of `structure` with the given EXIF block and, where asked for, the profile of the source.
    private func assembled(
        _ bytes: [UInt8],
        _ structure: JPEGStructure,
        _ block: [UInt8]?,
        profile keepsProfile: Bool = true
    ) -> [UInt8] {
        var file: [UInt8] = [0xff, JPEGMarker.startOfImage]
        file.reserveCapacity(bytes.count + 1_024)
        // JFIF has to come first; what else describes the picture follows EXIF and the profile.
        let kept = structure.header.filter { !$0.isColorProfile }
        for segment in kept where segment.isJFIF {
            file += Self.segment(segment)
        }
        if let block {
            file += JPEGMarker.segment(JPEGMarker.application(1), Array("Exif\0\0".utf8) + block)
        }
        for segment in self.structure.header where segment.isColorProfile && keepsProfile {
            file += Self.segment(segment)
        }
        for segment in kept where !segment.isJFIF {
            file += Self.segment(segment)
        }
        for part in structure.scanParts.ranges {
            file += bytes[part]
        }
        return file
    }

    private static func segment(_ segment: JPEGStructure.Segment) -> [UInt8] {
        segment.neededPayload.map { JPEGMarker.segment(segment.marker, $0) } ?? []
    }
}
