/// The renditions whose file is the source as it is coded, with the metadata that they keep.
struct SourceReuse {
    /// The places of these renditions in the order of the plans.
    let indices: [Int]
    /// The places of the others.
    let others: [Int]
    /// What the owner may not expect of the files.
    private let notices: Set<RenderedImage.Notice>

    /// Looks for them among `plans`, which follow after `operations`.
    ///
    /// - Throws: What writing the file anew throws, where its length counts.
    init(
        of source: RenderSource,
        for plans: [RenditionPlan],
        after operations: [Operation]
    ) throws(ImagingError) {
        var (indices, notices): ([Int], Set<RenderedImage.Notice>) = ([], [])
        if operations.isEmpty, plans.contains(where: \.mayBeSource), let said = source.noticesAsOutput {
            for index in plans.indices where try source.serves(plans[index]) { indices.append(index) }
            notices = said
        }
        (self.indices, self.notices) = (indices, notices)
        others = plans.indices.filter { !indices.contains($0) }
    }

    /// The file of one of these renditions.
    func image(_ plan: RenditionPlan, of source: RenderSource) throws(ImagingError) -> RenderedImage {
        try source.image(plan, notices)
    }
}

extension RenderSource {
    /// The file of a rendition that is the source as it is coded.
    fileprivate func image(
        _ plan: RenditionPlan,
        _ notices: Set<RenderedImage.Notice>
    ) throws(ImagingError) -> RenderedImage {
        let file = try stripped(keeping: plan.metadata)
        let isTooLarge = plan.maximumByteCount.map { file.count > $0 } ?? false
        return RenderedImage(
            bytes: file,
            format: info.format,
            size: info.size,
            notices: isTooLarge ? notices.union([.missedSizeLimit]) : notices,
            steps: []
        )
    }

    /// Whether no pixel changes, and the file is no larger than it may be, or of a format that no lower quality makes smaller.
    fileprivate func serves(_ plan: RenditionPlan) throws(ImagingError) -> Bool {
        guard plan.mayBeSource, plan.encoding.format == info.format, plan.operations.isEmpty,
            plan.resize.keeps(info.size)
        else { return false }
        guard let maximum = plan.maximumByteCount, info.format != .png else { return true }
        return try stripped(keeping: plan.metadata).count <= maximum
    }

    /// The picture as it is coded, with the fields that stay as its only metadata and without a profile.
    private func stripped(keeping fields: MetadataFields) throws(ImagingError) -> [UInt8] {
        let damage = SourceDamage()
        return switch structure {
        case .jpeg: try JPEGNormaliser(bytes, keeping: fields, limits: limits, damage: damage).stripped
        case .png: try PNGNormaliser(bytes, keeping: fields, limits: limits, damage: damage).stripped
        case .webp: try WebPNormaliser(bytes, keeping: fields, limits: limits, damage: damage).stripped
        }
    }

    /// What is said of an output that is coded like this; nil where none could be: that is whole, of one frame, upright and in sRGB, or
    /// in colours of which nothing can be known but that.
    fileprivate var noticesAsOutput: Set<RenderedImage.Notice>? {
        guard info.orientation == .up, !info.isDamaged, let color, !color.isNeeded else { return nil }
        return color.isIgnored ? [.ignoredProfile] : []
    }

    /// How the pixels become sRGB; nil where an output could not be coded like this in any case.
    private var color: ColorConversion? {
        switch structure {
        case .jpeg(let structure): structure.ownColor
        case .png(let structure): structure.hasLevelsOfSRGB ? color(structure) : nil
        case .webp(let structure): structure.frames.isEmpty ? structure.ownColor : nil
        }
    }

    /// How a PNG's pixels become sRGB; nil where libpng reads no header.
    private func color(_ structure: PNGStructure) -> ColorConversion? {
        bytes.withUnsafeBufferPointer { file in try? PNGDecoder(file, structure, limits: limits).color }
    }
}

extension PNGStructure {
    /// Whether no gamma counts but that of sRGB, in hundred thousandths.
    fileprivate var hasLevelsOfSRGB: Bool {
        guard !["cICP", "iCCP", "sRGB"].contains(where: contains), let data = first("gAMA")?.data
        else { return true }
        return data.number(0, byteCount: 4, bigEndian: true) == 45_455
    }
}

extension RowTap {
    /// Only finds damage: a picture so small that one of `size` is decoded at the coarsest scale of its decoder.
    ///
    /// An eighth takes 8 × `DecodeScale.headRoomOfSmall` pixels for one. Progressive JPEGs are decoded in full anyway.
    static func check(_ size: PixelSize) -> RowTap {
        let small = Resize(width: max(1, size.width / 18), height: max(1, size.height / 18), fit: .fill)
        return RowTap(small, memoryByteCount: 0) { _ in NoRows() }
    }
}
