import Imaging
import PipelineRuntime
import PipelineStage
import StageContracts
import StageImaging

/// The web, seen as a place where originals come from; what was fetched is kept in the bucket of uploads.
///
/// The key follows from the record. Another attempt finds the file there and does not fetch it again, and what becomes of
/// an upload after success becomes of it too. A request that uses an id again, once the record is gone, finds nothing.
struct WebSource {
    let downloader: WebDownloader
    let bucket: String
    let maximumByteCount: Int

    /// A server that fails is asked in so many attempts of the stage.
    static let maximumAttemptCount = 4

    /// The file at an address, whatever it is.
    ///
    /// - Throws: A retry for what may pass, a rejection with the code of the refusal otherwise.
    func fetch(_ address: WebAddress, for job: Job) throws(StageFailure) -> Original {
        let location = location(for: job)
        if job.attempt > 1, let kept = try kept(at: location, for: job) {
            return Original(bytes: kept.bytes, key: location.key, etag: kept.etag, url: address.shownText)
        }
        do {
            let bytes = try downloader.download(address.text, until: job.deadline)
            job.log.info("the source is fetched", ["bytes": .integer(bytes.count)])
            return Original(bytes: bytes, key: location.key, etag: nil, url: address.shownText)
        } catch {
            let isLast = job.attempt >= Self.maximumAttemptCount
            throw error.failure(of: .source, at: address, isLast: isLast, maximumByteCount)
        }
    }

    /// Keeps a file that turned out to be a picture.
    func keep(_ original: Original, _ info: ImageInfo, for job: Job) throws(StageFailure) -> Original {
        guard original.etag == nil else { return original }
        let location = location(for: job)
        let upload = S3Upload(to: location, .bytes(original.bytes), contentType: info.format.mediaType)
        let etag = try StageFailure.translating { () throws(AWSError) in try job.services.s3.put(upload) }
        return Original(bytes: original.bytes, key: location.key, etag: etag, url: original.url)
    }

    private func location(for job: Job) -> S3Location {
        S3Location(bucket: bucket, key: job.record.sourceKey)
    }

    private func kept(at location: S3Location, for job: Job) throws(StageFailure) -> S3Object? {
        do {
            return try job.services.s3.get(location, maximumByteCount: maximumByteCount)
        } catch {
            guard error.isNotFound else { throw StageFailure(error) }
            return nil
        }
    }
}
