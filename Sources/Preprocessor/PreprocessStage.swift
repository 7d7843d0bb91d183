import Imaging
import PipelineRuntime
import PipelineStage
import RequestImaging
import StageContracts
import StageImaging

/// Looks at an upload, refuses what is no picture or too large, and stores it as the file processor wants it:
/// one frame, without private metadata, without any loss, and upright where an output is the turned file itself.
final class PreprocessStage: Stage {
    static let name = StageName.preprocess

    private let settings: PreprocessSettings
    private let originals: OriginalSource
    private let web: WebSource
    private let logos: LogoFetcher
    private let store: PreprocessedStore

    static func settings(reading reader: inout SettingsReader) -> PreprocessSettings {
        PreprocessSettings(reading: &reader)
    }

    init(settings: PreprocessSettings, environment: StageEnvironment) {
        self.settings = settings
        originals = OriginalSource(
            bucket: environment.buckets.request,
            maximumByteCount: settings.maximumByteCount
        )
        web = WebSource(
            downloader: WebDownloader(transport: environment.web, rules: settings.downloadRules),
            bucket: environment.buckets.request,
            maximumByteCount: settings.maximumByteCount
        )
        store = PreprocessedStore(bucket: environment.buckets.preprocessed)
        logos = LogoFetcher(
            downloader: WebDownloader(transport: environment.web, rules: settings.logoRules),
            maximumByteCount: settings.logoRules.maximumByteCount,
            store: store
        )
    }

    /// Fetch → inspect → keep what came from the web → fetch logos → normalise → store.
    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        let request = try request(of: job)
        let limits = settings.limits(until: job.deadline)
        let normaliser = SourceNormaliser(for: request, limits: limits)
        var original = try job.measure("fetch") { () throws(StageFailure) in
            try fetch(request.source, for: job)
        }
        let info = try job.measure("inspect") { () throws(StageFailure) in
            try StageFailure.translating { () throws(ImageFailure) in try normaliser.inspect(original.bytes) }
        }
        try StageFailure.translating { () throws(ImageFailure) in
            try request.checkOperations(on: info.size)
            try request.checkPuzzle(of: original.bytes, limits: limits, seededBy: job.requestID.text)
        }
        if original.url != nil {
            original = try job.measure("keep") { () throws(StageFailure) in
                try web.keep(original, info, for: job)
            }
        }
        if !request.webLogos.isEmpty {
            try job.measure("logos") { () throws(StageFailure) in
                try logos.fetch(request.webLogos, limits: limits, for: job)
            }
        }
        // People watch a puzzle being cut.
        let isWatched = request.puzzle != nil
        try job.report(progress: 0.4, isWatched: isWatched)
        let image = try job.measure("normalise") { () throws(StageFailure) in
            try StageFailure.translating { () throws(ImageFailure) in
                try normaliser.normalise(original.bytes, info)
            }
        }
        if isWatched { try job.report(progress: 0.8, isWatched: true) }
        let copy = store.location(of: info, for: job.requestID)
        try job.measure("store") { () throws(StageFailure) in
            switch image {
            case .unchanged: try keep(original, info, at: copy, for: job)
            case .rewritten(let bytes, _):
                try store.put(bytes, info, at: copy, for: job)
                // Another request may archive or discard the upload first.
                guard request.outputsOriginal || request.retention == .archive else { return }
                try keep(original, info, at: store.location(ofOriginalFor: job.requestID), for: job)
            }
        }
        return RecordChanges(
            source: SourceDescription(key: original.key, url: original.url, info),
            preprocessed: StoredImage(key: copy.key, image, of: info),
            warnings: image.warnings + warnings(about: job.contact)
        )
    }

    /// Keeps the original for this request alone: another one may archive or discard the upload at any moment.
    private func keep(
        _ original: Original,
        _ info: ImageInfo,
        at location: S3Location,
        for job: Job
    ) throws(StageFailure) {
        guard try !originals.copy(original, as: info.format.mediaType, to: location, for: job) else { return }
        job.log.info("the upload is gone since it was fetched, so that its bytes are stored")
        try store.put(original.bytes, info, at: location, for: job)
    }

    /// What the owner should know before the end: only the notifier has the secrets.
    private func warnings(about contact: RequestContact) -> [Warning] {
        guard contact.webhook != nil, !settings.signsWebhooks else { return [] }
        let text = "The webhook will not be sent: no secret is set up here to sign it with."
        return [Warning(code: .noWebhookSecret, text: text)]
    }

    /// What the caller asks for.
    ///
    /// - Throws: A rejection with everything that is wrong with it; of a puzzle also what its picture shows, where that can
    ///   be fetched.
    private func request(of job: Job) throws(StageFailure) -> ProcessingRequest {
        guard let invalid = job.invalidRequest else { return try job.request }
        let draft = job.puzzleDraft
        var original: Original?
        do {
            original = try draft?.source.map { source throws(StageFailure) in try fetch(source, for: job) }
        } catch {
            // That the original is not there either comes to light when the request is right.
            if case .retry = error { throw error }
        }
        let limits = settings.limits(until: job.deadline)
        let completed = original.map { invalid.completed(by: draft, of: $0.bytes, limits: limits) } ?? invalid
        throw .reject(
            .invalidRequest,
            text: completed.text,
            detail: "\(completed.problems.count) problems",
            problems: completed.problems
        )
    }

    private func fetch(_ source: ImageSource, for job: Job) throws(StageFailure) -> Original {
        switch source {
        case .key(let key): try originals.fetch(key.text, for: job)
        case .url(let address): try web.fetch(address, for: job)
        }
    }
}
