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
    private let originals: OriginalSource
    private let store: PreprocessedStore

    static func settings(reading reader: inout SettingsReader) -> PreprocessSettings {
        PreprocessSettings(reading: &reader)
    }

    init(settings: PreprocessSettings, services: StageServices) {
        self.settings = settings
        originals = OriginalSource(
            s3: services.s3,
            bucket: services.settings.requestBucket,
            maximumByteCount: settings.maximumByteCount
        )
        store = PreprocessedStore(s3: services.s3, bucket: services.settings.preprocessedBucket)
    }

    /// Fetch → inspect → normalise → store.
    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        let key = try job.request.uploadKey
        let limits = settings.limits(until: job.deadline)
        let original = try job.measure("fetch") { () throws(StageFailure) in try originals.fetch(key) }
        let info = try job.measure("inspect") { () throws(StageFailure) in
            try inspect(original.bytes, limits)
        }
        try job.request.checkPuzzle(for: info.size)
        try job.report(progress: 0.4)
        let image = try job.measure("normalise") { () throws(StageFailure) in
            try normalise(original.bytes, info, limits)
        }
        if try job.request.puzzle != nil { try job.report(progress: 0.8) }
        let copy = store.location(of: info, for: job.requestID)
        try job.measure("store") { () throws(StageFailure) in
            switch image {
            case .unchanged: try originals.copy(key, tagged: original.etag, to: copy)
            case .rewritten(let bytes, _): try store.put(bytes, info, at: copy)
            }
        }
        return RecordChanges(
            source: SourceDescription(key: key, info),
            preprocessed: StoredImage(key: copy.key, image, of: info),
            warnings: image.warnings
        )
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

extension ProcessingRequest {
    /// The key of the upload that is asked for.
    fileprivate var uploadKey: String {
        get throws(StageFailure) {
            switch source {
            case .key(let key): return key.text
            case .url: throw .reject(.sourceRefused, detail: "a URL passed the contract, which refuses it")
            }
        }
    }
}
