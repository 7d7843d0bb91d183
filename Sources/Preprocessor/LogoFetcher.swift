import Imaging
import PipelineRuntime
import PipelineStage
import RequestImaging
import StageContracts
import StageImaging

/// The web, seen as a place where logos come from; each is kept beside the request's normalised copy.
///
/// The key follows from the record: another attempt finds the file there and does not fetch it again, and a request that
/// uses an id again, once the record is gone, does not.
struct LogoFetcher {
    let downloader: WebDownloader
    let maximumByteCount: Int
    let store: PreprocessedStore

    /// Fetches the logos of a request that lie on the web, and keeps them for the file processor.
    ///
    /// - Throws: A retry for what may pass; a rejection where one cannot be had or is no picture within `limits`.
    func fetch(
        _ logos: [(address: WebAddress, place: JSONPointer)],
        limits: ImageLimits,
        for job: Job
    ) throws(StageFailure) {
        for (index, logo) in logos.enumerated() {
            let location = store.location(ofLogo: index, for: job.record)
            if job.attempt > 1, try store.has(location, for: job) { continue }
            do {
                let bytes = try download(logo.address, for: job)
                let info = try inspect(bytes, limits)
                try store.put(bytes, info, at: location, for: job)
            } catch {
                throw error.blaming(logo.place, .notFound, "leads to no logo that can be used")
            }
        }
    }

    private func download(_ address: WebAddress, for job: Job) throws(StageFailure) -> [UInt8] {
        do {
            let bytes = try downloader.download(address.text, until: job.deadline)
            job.log.info("a logo is fetched", ["bytes": .integer(bytes.count)])
            return bytes
        } catch {
            let isLast = job.attempt >= WebSource.maximumAttemptCount
            throw error.failure(of: .logo, at: address, isLast: isLast, maximumByteCount)
        }
    }

    private func inspect(_ bytes: [UInt8], _ limits: ImageLimits) throws(StageFailure) -> ImageInfo {
        do {
            return try Logo(bytes).inspect(limits)
        } catch {
            throw ImageFailure(error).stageFailure
        }
    }
}
