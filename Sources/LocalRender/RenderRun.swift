import Imaging
import Jigsaw
import RequestImaging
import StageContracts

/// One request, carried out on one file.
struct RenderRun {
    let request: ProcessingRequest
    let source: SourceFile
    let folder: OutputFolder
    let limits: ImageLimits
    /// The file of the font that texts are written in.
    let fontPath: String
    let times: StepTimes

    /// What a puzzle without a seed is drawn from: the request's id, or a word where it has none.
    static func puzzleID(of request: ProcessingRequest) -> String { request.requestId?.text ?? "render" }

    /// Prepare → plan the puzzle → make and write → put all in place.
    func report() throws(RenderError) -> RenderReport {
        let prepared = try PreparedSource(source, for: request, limits: limits, times)
        var report = RenderReport(source: prepared.description, treatment: prepared.stored.treatment)
        report.warnings = prepared.warnings
        if request.outputsOriginal { report.outputs.append(try original(prepared.description)) }
        let puzzle = try times.measure("render") { () throws(RenderError) in try make(prepared, &report) }
        try times.measure("write") { () throws(RenderError) in
            if let puzzle { try write(puzzle, &report) }
            try folder.commit()
        }
        report.steps = Dictionary(uniqueKeysWithValues: times.steps.map { ($0.name, $0.milliseconds) })
        report.peakResidentBytes = ResidentMemory.peakByteCount
        return report
    }

    private func original(_ description: SourceDescription) throws(RenderError) -> RenderReport.Output {
        let format = description.format ?? .jpeg
        let size = PixelSize(width: description.width ?? 0, height: description.height ?? 0)
        let file = "\(Preset.originalName).\(format.fileExtension)"
        try folder.copySource(to: file)
        var output = RenderReport.Output(
            Preset.originalName,
            file: file,
            format,
            size: size,
            byteCount: source.byteCount,
            times
        )
        output.operations = []
        return output
    }

    private func make(
        _ prepared: PreparedSource,
        _ report: inout RenderReport
    ) throws(RenderError) -> MadePuzzle? {
        let writer = RenditionWriter(folder, source: prepared.description, prepared.stored, times)
        let maker = PictureMaker(
            limits: limits,
            source: prepared.bytes,
            toleratesDamage: request.tolerant,
            operations: request.operations,
            materials: OperationMaterials(logos: try logos(), fontPath: fontPath)
        )
        do {
            let order = try order(maker)
            let puzzle = try maker.make(
                request.allRenditions,
                of: prepared.stored.format,
                order,
                { _ in },
                deliver: writer.take
            )
            report.outputs += writer.outputs
            for warning in request.warnings(madeOf: prepared.stored.format) + writer.warnings
                + (puzzle?.warnings ?? [])
            where !report.warnings.contains(warning) {
                report.warnings.append(warning)
            }
            return puzzle
        } catch {
            throw writer.failure ?? RenderError(error)
        }
    }

    /// The files that stand for uploads: what a logo's key has behind uploads/ is the path of one.
    private func logos() throws(RenderError) -> [ImageSource: [UInt8]] {
        var logos: [ImageSource: [UInt8]] = [:]
        for (logo, place) in request.logoPlaces {
            guard case .key(let key) = logo else {
                throw .request([Problem(place, .notAllowed, "must be a file here: render fetches nothing")])
            }
            logos[logo] = try FileBytes.read(key.name, maximumByteCount: Logo.maximumByteCount)
        }
        return logos
    }

    private func order(_ maker: PictureMaker) throws(ImageFailure) -> PuzzleOrder? {
        guard let puzzle = request.puzzle else { return nil }
        return try PuzzleOrder(
            puzzle,
            of: try maker.editedSize(),
            seededBy: Self.puzzleID(of: request),
            in: PuzzleFolder(path: "puzzle/")
        )
    }

    private func write(_ puzzle: MadePuzzle, _ report: inout RenderReport) throws(RenderError) {
        for picture in puzzle.pictures {
            try folder.write(picture.bytes.span, to: picture.key)
            let format = StageContracts.ImageFormat(picture.format)
            report.outputs.append(
                RenderReport.Output(
                    picture.name,
                    file: picture.key,
                    format,
                    size: picture.size,
                    byteCount: picture.bytes.count,
                    times
                )
            )
        }
        let order = puzzle.order
        try folder.write(order.document.json.span, to: order.folder.documentKey)
        report.puzzle = RenderReport.Puzzle(
            file: order.folder.documentKey,
            pieces: order.plan.pieces.count,
            seed: order.plan.seed
        )
    }
}
