import Imaging
import PipelineRuntime
import PipelineStage
import StageContracts
import StageImaging

/// Makes the renditions that were asked for out of one decode, and stores them.
final class ProcessStage: Stage {
    static let name = StageName.process

    private let settings: ProcessSettings
    private let sources: PreprocessedSource
    private let outputs: OutputStore
    private let originals: OriginalShelf

    static func settings(reading reader: inout SettingsReader) -> ProcessSettings {
        ProcessSettings(reading: &reader)
    }

    init(settings: ProcessSettings, services: StageServices) {
        self.settings = settings
        sources = PreprocessedSource(s3: services.s3, bucket: services.settings.preprocessedBucket)
        outputs = OutputStore(
            s3: services.s3,
            bucket: services.settings.processedBucket,
            linkLifetime: settings.linkLifetime,
            clock: services.clock
        )
        originals = OriginalShelf(s3: services.s3, bucket: services.settings.requestBucket)
    }

    /// Fetch → render → store → copy the original, where it is an output.
    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        guard let source = job.record.preprocessed else {
            throw .reject(.internalError, detail: "the record names no preprocessed copy")
        }
        let request = try job.request
        let bytes = try job.measure("fetch") { () throws(StageFailure) in try sources.fetch(source) }
        try job.report(progress: 0.1)
        let made = try job.measure("render") { () throws(StageFailure) in
            try render(request.allRenditions, of: bytes, source.format, until: job.deadline)
        }
        try job.report(progress: 0.8)
        let stored = try job.measure("store") { () throws(StageFailure) in
            try outputs.put(made, for: job.requestID)
        }
        let names = Set(request.presetRenditions.map(\.name.text))
        let srcset = SourceSet(stored.filter { names.contains($0.name) }).text
        return RecordChanges(
            outputs: try original(of: job, request) + stored,
            srcset: srcset.isEmpty ? nil : srcset,
            warnings: made.flatMap { $0.warnings(about: job.record.source) }
        )
    }

    private func original(of job: Job, _ request: ProcessingRequest) throws(StageFailure) -> [Output] {
        guard request.outputsOriginal, let source = job.record.source else { return [] }
        return try job.measure("original") { () throws(StageFailure) in
            let output = try outputs.original(source, for: job.requestID)
            try originals.copy(source, to: outputs.location(of: output))
            return [output]
        }
    }

    private func render(
        _ renditions: [Rendition],
        of source: [UInt8],
        _ format: StageContracts.ImageFormat,
        until deadline: Deadline
    ) throws(StageFailure) -> [MadeRendition] {
        let limits = ImageLimits(
            maximumByteCount: source.count,
            maximumPixelCount: settings.maximumPixelCount,
            until: deadline
        )
        do {
            let plans = renditions.map { RenditionPlan($0, of: format) }
            let images = try Renderer(limits: limits).render(source, plans)
            return zip(renditions, images).map(MadeRendition.init)
        } catch {
            throw StageFailure(rendering: error)
        }
    }
}
