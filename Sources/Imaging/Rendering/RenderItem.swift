/// One picture of a job and where it goes.
struct RenderItem {
    /// Takes the shape of rows and how they became sRGB.
    typealias EditsOpener = (RowFormat, ColorConversion) throws(ImagingError) -> any RowConsumer

    /// Where the rows end.
    enum End {
        /// In a file, and it at renditions.
        case file(RenditionFile, [RenditionRecipient])
        /// At a consumer.
        case rows(RowTap)
        /// At edits, and behind them pictures made of what comes out.
        case edits(EditsOpener)
    }

    /// What weighs the pixels, and how.
    let resize: Resize
    /// Where they come from, in the upright rows, and where they go.
    let geometry: RenditionGeometry
    /// What is done to the picture after it has its size.
    let chain: OperationChain
    /// Where the rows end.
    private(set) var end: End
    /// The size of the picture at the end, at most.
    let size: PixelSize
    /// Bytes that the chain and the end of the rows hold at once, at most.
    let memoryByteCount: Int
    /// What the picture takes, in the steps of `PixelWork`.
    let work: Int

    /// A file, planned for a source.
    ///
    /// - Throws: What is beyond the limits or what the format cannot store is refused.
    init(
        _ plan: RenditionPlan,
        at index: Int,
        of source: SourceGeometry,
        _ limits: ImageLimits
    ) throws(ImagingError) {
        var geometry = try RenditionGeometry(plan.resize, source: source.size)
        try limits.admit(geometry.canvas, as: "the rendition")
        var operations = plan.operations[...]
        var steps = try AppliedStep.steps(plan.resize, on: source.size)
        while let first = operations.first {
            let (size, index) = (geometry.picture, operations.startIndex)
            guard try geometry.fold(first) else { break }
            steps += try AppliedStep.steps(first, .rendition, index, on: size, hasAlpha: false)
            operations.removeFirst()
        }
        chain = OperationChain(operations)
        let (size, chainByteCount, chainWork) = try chain.admit(geometry.canvas, limits)
        try plan.encoding.admit(size)
        resize = source.weighing(for: plan.resize, geometry)
        self.geometry = source.located(geometry)
        self.size = size
        let file = RenditionFile(plan, isFramed: geometry.isFramed)
        end = .file(file, [RenditionRecipient(index: index, notices: plan.notices, steps: steps)])
        let hasAlpha = source.hasAlpha || chain.addsAlpha || file.hasClearBackground
        let layout = file.encoding.layout(for: hasAlpha ? .rgba : .rgb)
        let rows = RowFormat(size: size, layout: layout)
        work = plan.resize.work(for: geometry) + chainWork + file.work(on: rows)
        memoryByteCount = chainByteCount + file.memoryByteCount(for: rows)
    }

    /// A consumer's picture, planned for a source.
    init(_ tap: RowTap, of source: SourceGeometry, _ limits: ImageLimits) throws(ImagingError) {
        let geometry = try RenditionGeometry(tap.resize, source: source.size)
        try limits.admit(geometry.canvas, as: "the rendition")
        resize = source.weighing(for: tap.resize, geometry)
        self.geometry = source.located(geometry)
        chain = OperationChain([])
        size = geometry.canvas
        end = .rows(tap)
        work = tap.resize.work(for: geometry)
        memoryByteCount = tap.memoryByteCount
    }

    /// The source as a picture to be edited, by what holds `memoryByteCount` bytes at once and takes `work` steps, at most.
    init(
        editing source: SourceGeometry,
        memoryByteCount: Int,
        work: Int,
        _ open: @escaping EditsOpener
    ) throws(ImagingError) {
        resize = source.resize ?? Resize()
        geometry = source.located(try RenditionGeometry(Resize(), source: source.size))
        chain = OperationChain([])
        size = source.size
        end = .edits(open)
        self.memoryByteCount = memoryByteCount
        self.work = resize.work(for: geometry) + work
    }

    /// Whether the picture has to be reduced as red, green and blue, not as separate planes of Y, Cb and Cr.
    ///
    /// Light is averaged in red, green and blue. A consumer gets the pixels of a file that stores these, whatever else is
    /// made in the same pass.
    var reducesColors: Bool {
        if case .rows = end { true } else { resize.usesLinearLight }
    }

    /// Whether it needs no more than a quarter of the chroma samples.
    var subsamplesChroma: Bool {
        planeEncoding?.chromaSubsampling == .quarter
    }

    /// How a file is written that can take planes of Y, Cb and Cr; nil where the rows have to be RGB.
    var planeEncoding: PlaneEncoding? {
        guard case .file(let file, _) = end, !geometry.isFramed, file.maximumByteCount == nil, chain.isEmpty
        else { return nil }
        return PlaneEncoding(file.encoding)
    }

    /// Delivers its file to the renditions of another item, too, where both come to the same bytes.
    ///
    /// - Returns: Whether they do.
    mutating func serve(_ other: RenderItem) -> Bool {
        guard case .file(let file, let recipients) = end, case .file(let otherFile, let others) = other.end,
            file == otherFile, resize.weighs(like: other.resize), geometry.places(like: other.geometry),
            chain.edits(like: other.chain)
        else { return false }
        end = .file(file, recipients + others)
        return true
    }
}

extension Resize {
    /// What bringing a part of the source to a picture takes; decoding it was counted as a whole.
    fileprivate func work(for geometry: RenditionGeometry) -> Int {
        let looked = usesLinearLight ? Int(geometry.box.width * geometry.box.height) : 0
        return looked * PixelWork.lightResampling + geometry.canvas.pixelCount * PixelWork.resampling
    }
}
