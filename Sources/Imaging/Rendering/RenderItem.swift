/// One picture of a job and where it goes.
struct RenderItem {
    /// Takes the shape of rows and how they became sRGB.
    typealias EditsOpener = (RowFormat, ColorConversion) throws(ImagingError) -> any RowConsumer

    /// Where the rows end.
    enum End {
        /// In a file: the plan's index, and the plan's format.
        case file(Int, RenditionPlan)
        /// At a consumer.
        case rows(RowTap)
        /// At edits, and behind them pictures made of what comes out.
        case edits(EditsOpener)
    }

    /// What weighs the pixels, and how.
    let resize: Resize
    /// Where they come from, in the upright rows, and where they go.
    let geometry: RenditionGeometry
    /// What the geometry stands for.
    let geometrySteps: [AppliedStep]
    /// What is done to the picture after it has its size.
    let chain: OperationChain
    /// Where the rows end.
    let end: End
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
        geometrySteps = steps
        chain = OperationChain(operations)
        let (size, chainByteCount, chainWork) = try chain.admit(geometry.canvas, limits)
        try plan.encoding.admit(size)
        resize = source.weighing(for: plan.resize, geometry)
        self.geometry = source.located(geometry)
        self.size = size
        end = .file(index, plan)
        let isFramed = geometry.canvas != geometry.picture
        let hasAlpha = source.hasAlpha || chain.addsAlpha || isFramed && plan.resize.hasClearBackground
        let layout = plan.encoding.layout(for: hasAlpha ? .rgba : .rgb)
        let rows = RowFormat(size: size, layout: layout)
        work = plan.resize.work(for: geometry) + chainWork + plan.encodingWork(on: rows)
        memoryByteCount = chainByteCount + plan.memoryByteCount(for: rows)
    }

    /// A consumer's picture, planned for a source.
    init(_ tap: RowTap, of source: SourceGeometry, _ limits: ImageLimits) throws(ImagingError) {
        let geometry = try RenditionGeometry(tap.resize, source: source.size)
        try limits.admit(geometry.canvas, as: "the rendition")
        resize = source.weighing(for: tap.resize, geometry)
        self.geometry = source.located(geometry)
        geometrySteps = []
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
        geometrySteps = []
        chain = OperationChain([])
        size = source.size
        end = .edits(open)
        self.memoryByteCount = memoryByteCount
        self.work = resize.work(for: geometry) + work
    }

    /// Whether the picture cannot be made of planes of Y, Cb and Cr that were reduced each by itself.
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
        guard case .file(_, let plan) = end, geometry.canvas == geometry.picture,
            plan.maximumByteCount == nil,
            chain.isEmpty
        else { return nil }
        return PlaneEncoding(plan.encoding)
    }
}

extension Resize {
    /// What bringing a part of the source to a picture takes; decoding it was counted as a whole.
    fileprivate func work(for geometry: RenditionGeometry) -> Int {
        let looked = usesLinearLight ? Int(geometry.box.width * geometry.box.height) : 0
        return looked * PixelWork.lightResampling + geometry.canvas.pixelCount * PixelWork.resampling
    }

    /// Whether what lies around the picture may be transparent.
    fileprivate var hasClearBackground: Bool { (background ?? .clear).alpha < 255 }
}

extension RenditionPlan {
    /// What writing the file takes.
    fileprivate func encodingWork(on rows: RowFormat) -> Int {
        let isSearched = maximumByteCount != nil && encoding.quality != nil
        return isSearched ? encoding.searchWork(on: rows) : encoding.work(on: rows)
    }

    /// Bytes that writing the file holds at once, at most: beside the encoder, the rows and the best file of a search.
    fileprivate func memoryByteCount(for rows: RowFormat) -> Int {
        let kept = maximumByteCount.map { rows.byteCount + min($0, rows.byteCount) } ?? 0
        return kept + encoding.memoryByteCount(for: rows)
    }
}
