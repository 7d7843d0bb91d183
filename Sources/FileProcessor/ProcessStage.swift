import Imaging
import PipelineRuntime
import PipelineStage
import RequestImaging
import StageContracts
import StageImaging

/// Makes the renditions and the puzzle that were asked for out of one decode, and stores them.
final class ProcessStage: Stage {
    static let name = StageName.process

    /// What the engine made for one request.
    private typealias Pictures = (renditions: [MadeRendition], puzzle: MadePuzzle?)

    private let settings: ProcessSettings
    private let sources: PreprocessedSource
    private let outputs: OutputStore
    private let originals: OriginalCopier
    private let logos: LogoSource

    static func settings(reading reader: inout SettingsReader) -> ProcessSettings {
        ProcessSettings(reading: &reader)
    }

    init(settings: ProcessSettings, environment: StageEnvironment) {
        FreedMemory.keepForNextPicture()
        self.settings = settings
        let buckets = environment.buckets
        sources = PreprocessedSource(bucket: buckets.preprocessed)
        outputs = OutputStore(bucket: buckets.processed)
        originals = OriginalCopier(bucket: buckets.preprocessed)
        logos = LogoSource(buckets: buckets)
    }

    /// Fetch → plan the puzzle → render and cut → store → make the previews that a mail will show.
    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        guard let source = job.record.preprocessed else {
            throw .reject(.internalError, detail: "the record names no preprocessed copy")
        }
        let request = try job.request
        let bytes = try job.measure("fetch") { () throws(StageFailure) in try sources.fetch(source, for: job)
        }
        let maker = try maker(of: bytes, request, job)
        let order = try request.puzzle.map { (puzzle) throws(StageFailure) in
            try plan(puzzle, maker, for: job.requestID)
        }
        try job.report(progress: CutProgress.begin, isWatched: order != nil)
        let made = try job.measure("render") { () throws(StageFailure) in
            try make(request.allRenditions, of: source.format, by: maker, cutting: order, for: job)
        }
        try job.report(progress: CutProgress.end, isWatched: order != nil)
        let changes = try store(made, of: source, request, job)
        if request.notify?.email != nil { try storePreviews(of: changes, made, for: job) }
        return changes
    }

    /// Stores what was made, and an original that is an output itself.
    private func store(
        _ made: Pictures,
        of source: StoredImage,
        _ request: ProcessingRequest,
        _ job: Job
    ) throws(StageFailure) -> RecordChanges {
        let stored = try job.measure("store") { () throws(StageFailure) in
            try outputs.put(made.renditions, of: source, for: job)
        }
        let cut = try made.puzzle.map { (puzzle) throws(StageFailure) in try store(puzzle, job) }
        let warnings = made.renditions.flatMap { $0.warnings }
        return RecordChanges(
            outputs: (try original(of: job, request) + stored + (cut?.outputs ?? [])).withinRecord,
            puzzle: cut?.puzzle,
            srcset: request.sourceSet(of: stored)?.text,
            warnings: request.warnings(madeOf: source.format) + warnings + (made.puzzle?.warnings ?? [])
        )
    }

    private func plan(
        _ puzzle: Puzzle,
        _ maker: PictureMaker,
        for requestID: RequestID
    ) throws(StageFailure) -> PuzzleOrder {
        let folder = PuzzleFolder(prefix: puzzle.prefix, requestID: requestID)
        return try StageFailure.translating { () throws(ImageFailure) in
            let size = try maker.editedSize()
            return try PuzzleOrder(puzzle, of: size, seededBy: requestID.text, in: folder)
        }
    }

    private func make(
        _ renditions: [Rendition],
        of format: StageContracts.ImageFormat,
        by maker: PictureMaker,
        cutting order: PuzzleOrder?,
        for job: Job
    ) throws(StageFailure) -> Pictures {
        let progress = CutProgress(job)
        do {
            return try maker.make(renditions, of: format, order, progress.tell)
        } catch {
            throw progress.failure ?? error.stageFailure
        }
    }

    /// A mail will be written: it shows some of what was stored.
    private func storePreviews(
        of changes: RecordChanges,
        _ made: Pictures,
        for job: Job
    ) throws(StageFailure) {
        let names = (changes.outputs ?? []).previewed(with: changes.puzzle).map(\.name)
        try job.measure("previews") { () throws(StageFailure) in
            let limits = ImageLimits(
                maximumByteCount: made.renditions.map(\.image.bytes.count).max() ?? 0,
                maximumPixelCount: settings.maximumPixelCount,
                until: job.deadline
            )
            let maker = PreviewMaker(limits: limits)
            var previews = maker.previews(of: names, among: made.renditions)
            if let puzzle = made.puzzle, names.contains(PuzzleFolder.thumbnailName) {
                previews[PuzzleFolder.thumbnailName] = maker.preview(of: puzzle.thumbnail)
            }
            try outputs.put(previews: previews, for: job)
        }
    }

    private func store(
        _ puzzle: MadePuzzle,
        _ job: Job
    ) throws(StageFailure) -> (puzzle: CutPuzzle, outputs: [Output]) {
        let cut = try job.measure("store") { () throws(StageFailure) in
            try outputs.put(puzzle, for: job)
        }
        try job.report(progress: CutProgress.stored, isWatched: true)
        return cut
    }

    private func original(of job: Job, _ request: ProcessingRequest) throws(StageFailure) -> [Output] {
        guard request.outputsOriginal, let source = job.record.source else { return [] }
        return try job.measure("original") { () throws(StageFailure) in
            let output = try outputs.original(source, for: job)
            try originals.copy(source, to: outputs.location(of: output), for: job)
            return [output]
        }
    }

    private func maker(
        of source: [UInt8],
        _ request: ProcessingRequest,
        _ job: Job
    ) throws(StageFailure) -> PictureMaker {
        let limits = ImageLimits(
            maximumByteCount: source.count,
            maximumPixelCount: settings.maximumPixelCount,
            until: job.deadline
        )
        let materials = OperationMaterials(
            logos: try logos.fetch(request, for: job),
            fontPath: settings.fontPath
        )
        return PictureMaker(
            limits: limits,
            source: source,
            toleratesDamage: request.tolerant,
            operations: request.operations,
            materials: materials
        )
    }
}
