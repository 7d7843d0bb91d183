import Imaging
import PipelineRuntime
import PipelineStage
import StageContracts
import StageImaging

/// Makes the renditions that were asked for out of one decode, and stores them.
final class ProcessStage: Stage {
    static let name = StageName.process

    private let settings: ProcessSettings
    private let services: StageServices

    static func settings(reading reader: inout SettingsReader) -> ProcessSettings {
        ProcessSettings(reading: &reader)
    }

    init(settings: ProcessSettings, services: StageServices) {
        self.settings = settings
        self.services = services
    }

    /// Fetch → render → store.
    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        guard let source = job.record.preprocessed else {
            throw .reject(.internalError, detail: "the record names no preprocessed copy")
        }
        let renditions = try job.request.renditions
        let bytes = try job.measure("fetch") { () throws(StageFailure) in try fetch(source) }
        try job.report(progress: 0.1)
        let images = try job.measure("render") { () throws(StageFailure) in
            try render(renditions, of: bytes, source, job)
        }
        try job.report(progress: 0.8)
        let outputs = try job.measure("store") { () throws(StageFailure) in
            try OutputStore(services: services, linkLifetime: settings.linkLifetime)
                .put(zip(renditions, images), for: job.requestID)
        }
        return RecordChanges(outputs: outputs, warnings: warnings(job.record.source, zip(renditions, images)))
    }

    private func fetch(_ source: StoredImage) throws(StageFailure) -> [UInt8] {
        do {
            let location = S3Location(bucket: services.settings.preprocessedBucket, key: source.key)
            // The copy was measured when it was made; anything longer is not that copy.
            return try services.s3.get(location, maximumByteCount: source.bytes).bytes
        } catch {
            throw StageFailure(error)
        }
    }

    private func render(
        _ renditions: [Rendition],
        of bytes: [UInt8],
        _ source: StoredImage,
        _ job: Job
    ) throws(StageFailure) -> [RenderedImage] {
        let limits = ImageLimits(
            maximumByteCount: bytes.count,
            maximumPixelCount: settings.maximumPixelCount,
            until: job.deadline
        )
        do {
            return try Renderer(limits: limits).render(
                bytes,
                renditions.map { RenditionPlan($0, of: source.format) }
            )
        } catch {
            throw StageFailure(error)
        }
    }

    private func warnings(
        _ source: SourceDescription?,
        _ made: Zip2Sequence<[Rendition], [RenderedImage]>
    ) -> [Warning] {
        made.flatMap { rendition, image in rendition.warnings(about: image, source) }
    }
}
