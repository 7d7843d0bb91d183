/// One picture of a job and where it goes.
struct RenderItem {
    /// Where the rows end.
    enum End {
        /// In a file: the plan's index, and the plan's format.
        case file(Int, RenditionPlan)
        /// At a consumer.
        case rows(RowTap)
    }

    let resize: Resize
    let geometry: RenditionGeometry
    let end: End

    /// A file, planned for an upright source.
    init(_ plan: RenditionPlan, at index: Int, source: PixelSize) throws(ImagingError) {
        resize = plan.resize
        geometry = try RenditionGeometry(plan.resize, source: source)
        end = .file(index, plan)
    }

    /// A consumer's picture, planned for an upright source.
    init(_ tap: RowTap, source: PixelSize) throws(ImagingError) {
        resize = tap.resize
        geometry = try RenditionGeometry(tap.resize, source: source)
        end = .rows(tap)
    }

    /// Refuses what is beyond the limits or what the format cannot store.
    func check(_ limits: ImageLimits) throws(ImagingError) {
        let size = geometry.canvas
        try limits.admit(size, as: "the rendition")
        guard case .file(_, let plan) = end else { return }
        guard max(size.width, size.height) <= plan.encoding.maximumSide else {
            throw ImagingError(.invalidRendition, "\(plan.encoding.format.rawValue) cannot store \(size)")
        }
    }

    /// How a JPEG is written that can take planes of Y, Cb and Cr; nil where the rows have to be RGB.
    var planeOptions: Encoding.JPEGOptions? {
        guard case .file(_, let plan) = end, case .jpeg(let options) = plan.encoding,
            geometry.canvas == geometry.picture, plan.maximumByteCount == nil
        else { return nil }
        return options
    }

    /// Bytes that the end of the rows holds at once, at most.
    var endByteCount: Int {
        switch end {
        case .file(_, let plan):
            endByteCount(of: plan, RowFormat(size: geometry.canvas, layout: .rgba))
        case .rows(let tap): tap.memoryByteCount
        }
    }

    private func endByteCount(of plan: RenditionPlan, _ rows: RowFormat) -> Int {
        let kept = plan.maximumByteCount == nil ? 0 : rows.byteCount
        return kept + plan.encoding.memoryByteCount(for: rows)
    }
}
