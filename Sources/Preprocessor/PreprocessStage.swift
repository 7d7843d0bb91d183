import Imaging
import PipelineRuntime
import PipelineStage
import StageContracts
import StageImaging

/// Looks at an upload, refuses what is no picture or too large, and stores it as the file processor wants it:
/// upright, one frame, without private metadata, and without any loss.
final class PreprocessStage: Stage {
    static let name = StageName.preprocess

    private let settings: PreprocessSettings
    private let services: StageServices

    static func settings(reading reader: inout SettingsReader) -> PreprocessSettings {
        PreprocessSettings(reading: &reader)
    }

    init(settings: PreprocessSettings, services: StageServices) {
        self.settings = settings
        self.services = services
    }

    /// Fetch → inspect → normalise → store.
    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        let key = try sourceKey(job)
        let limits = ImageLimits(
            maximumByteCount: settings.maximumByteCount,
            maximumPixelCount: settings.maximumPixelCount,
            until: job.deadline
        )
        let original = try job.measure("fetch") { () throws(StageFailure) in try fetch(key) }
        let info = try job.measure("inspect") { () throws(StageFailure) in try inspect(original.bytes, limits)
        }
        try job.report(progress: 0.4)
        let normalised = try job.measure("normalise") { () throws(StageFailure) in
            try normalise(original.bytes, info, limits)
        }
        let stored = try job.measure("store") { () throws(StageFailure) in
            try PreprocessedStore(s3: services.s3, settings: services.settings)
                .put(normalised, of: key, tagged: original.etag, info, for: job.requestID)
        }
        return RecordChanges(
            source: SourceDescription(key: key, info),
            preprocessed: stored,
            warnings: normalised.warnings
        )
    }

    private func sourceKey(_ job: Job) throws(StageFailure) -> String {
        switch try job.request.source {
        case .key(let key): return key.text
        case .url:
            throw .reject(
                .invalidRequest,
                text: "Sources by URL are not supported yet.",
                detail: "url source"
            )
        }
    }

    private func fetch(_ key: String) throws(StageFailure) -> S3Object {
        try OriginalSource(s3: services.s3, bucket: services.settings.requestBucket, settings: settings)
            .fetch(key)
    }

    private func inspect(_ original: [UInt8], _ limits: ImageLimits) throws(StageFailure) -> ImageInfo {
        do {
            let info = try ImageInfo(reading: original)
            try limits.admit(info)
            return info
        } catch {
            throw StageFailure(error)
        }
    }

    private func normalise(
        _ original: [UInt8],
        _ info: ImageInfo,
        _ limits: ImageLimits
    ) throws(StageFailure) -> NormalisedImage {
        do {
            return try Normaliser(limits: limits).normalise(original, info)
        } catch {
            throw StageFailure(error)
        }
    }
}
