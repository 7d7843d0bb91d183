/// All renditions of one source, planned from its header.
///
/// Without operations on the source's pixels there is one pass: decoder → renditions. Otherwise the decoder's rows go
/// through the operations, and the renditions are made from what comes out.
struct RenderJob {
    private let batch: RenditionBatch
    private let limits: ImageLimits
    private let orientation: Orientation
    /// What brings the source's rows to the picture that is edited.
    private let geometrySteps: [AppliedStep]
    /// What all renditions have in common.
    let end: RenderEnd

    /// Plans the renditions of `picture` with the header `info`, each delivered to `end` when it is complete.
    ///
    /// - Throws: `invalidRendition`, `impossibleOperation`, or an error of the limits: nothing is allocated for a job
    ///   beyond them.
    init(
        _ info: ImageInfo,
        _ picture: PicturePlan,
        limits: ImageLimits,
        end: RenderEnd
    ) throws(ImagingError) {
        var source = SourceGeometry(info.storedSize, info.orientation, hasAlpha: info.hasAlpha)
        var operations = picture.operations[...]
        var steps: [AppliedStep] = []
        while let first = operations.first {
            let (size, index) = (source.size, operations.startIndex)
            guard try source.fold(first) else { break }
            steps += try AppliedStep.steps(first, .source, index, on: size, hasAlpha: false)
            operations.removeFirst()
        }
        geometrySteps = steps
        orientation = info.orientation
        try limits.admit(source.size, as: "the edited picture")
        let planner = BatchPlanner(picture: picture, limits: limits, end: end)
        let ability = DecodeScale.Ability(info, headRoom: picture.headRoom)
        batch = try planner.batch(of: source, ability, after: OperationChain(operations))
        self.limits = limits
        self.end = end
        try limits.admit(memoryByteCount: info.wholeImageByteCount + batch.memoryByteCount)
        let work = info.decodingWork + batch.work
        try limits.admit(work: work)
        end.account.open(with: limits.maximumWork - work)
    }

    /// At which scale the source is decoded.
    var scale: DecodeScale {
        batch.scale
    }

    /// Whether the renditions are reduced as planes of Y, Cb and Cr.
    var takesPlanes: Bool {
        batch.takesPlanes
    }

    /// Whether no rendition needs more than a quarter of the chroma samples.
    var subsamplesChroma: Bool {
        batch.subsamplesChroma
    }

    /// Decodes once, brings the colours of the reduced pictures to sRGB, and delivers every rendition when it is complete.
    ///
    /// `converted` is how the decoder or `color` make sRGB of the source's colours; nil where these are sRGB.
    func run<Decoder: ImageDecoder & ~Copyable>(
        _ decoder: consuming Decoder,
        _ color: ColorConversion,
        _ converted: AppliedStep?
    ) throws(ImagingError) {
        end.journal.note(orientation == .up ? [] : [.turnUpright(orientation)])
        end.journal.note([converted].compactMap(\.self) + geometrySteps)
        let consumers = try batch.consumers(of: decoder.planes, color, end)
        do {
            try decoder.decode(into: consumers, limits: limits)
            try end.webps.encode()
        } catch {
            end.webps.forget()
            throw error
        }
    }
}
