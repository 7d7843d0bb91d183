/// The renditions whose file is the source as it is coded, with the metadata that they keep.
struct SourceReuse {
    /// The places of these renditions in the order of the plans.
    let indices: [Int]
    /// The places of the others.
    let others: [Int]

    /// Looks for them among `plans`, which follow after `operations`.
    init(of structure: ImageStructure, for plans: [RenditionPlan], after operations: [Operation]) {
        let isPossible = structure.isOutputAlready && operations.isEmpty
        let size = structure.info.size
        func isSource(_ plan: RenditionPlan) -> Bool {
            isPossible && plan.mayBeSource && plan.encoding.format == .jpeg && plan.operations.isEmpty
                && plan.maximumByteCount == nil && plan.resize.keeps(size)
        }
        indices = plans.indices.filter { isSource(plans[$0]) }
        others = plans.indices.filter { !isSource(plans[$0]) }
    }
}

extension RenderSource {
    /// The file of a rendition that is the source as it is coded.
    func image(_ plan: RenditionPlan) throws(ImagingError) -> RenderedImage {
        let file = try JPEGNormaliser(bytes, keeping: plan.metadata, limits: limits, damage: SourceDamage())
        let size = structure.info.size
        return RenderedImage(bytes: file.stripped, format: .jpeg, size: size, notices: [], steps: [])
    }
}

extension RowTap {
    /// Only finds damage: the smallest picture for which a JPEG of `size` is decoded at its coarsest scale.
    static func check(_ size: PixelSize) -> RowTap {
        let smallest = Resize(width: max(1, size.width / 16), height: max(1, size.height / 16), fit: .fill)
        return RowTap(smallest, memoryByteCount: 0) { _ in NoRows() }
    }
}

extension ImageStructure {
    /// Whether an output could be coded like this: a whole JPEG, upright and in sRGB.
    fileprivate var isOutputAlready: Bool {
        guard case .jpeg(let structure) = self, info.orientation == .up, !info.isDamaged else { return false }
        let components = structure.frame.components.count
        let color = structure.color(of: components == 1 ? .gray : .rgb)
        return components <= 3 && !color.isNeeded && !color.isIgnored
    }
}
