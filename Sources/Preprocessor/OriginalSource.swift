import PipelineRuntime
import PipelineStage
import StageContracts

/// The bucket of uploads, seen as the place where originals come from.
struct OriginalSource {
    let bucket: String
    let maximumByteCount: Int

    /// The upload.
    ///
    /// - Throws: A rejection where it does not exist or is too large; a retry where the bucket cannot be reached.
    func fetch(_ key: String, for job: Job) throws(StageFailure) -> Original {
        do {
            let object = try job.services.s3.get(location(key), maximumByteCount: maximumByteCount)
            return Original(bytes: object.bytes, key: key, etag: object.etag, url: nil)
        } catch {
            throw failure(error, key)
        }
    }

    /// Copies the upload inside S3 as the media type that it has by its bytes, if it is still the one that was fetched.
    ///
    /// - Returns: Whether it was still there.
    /// - Throws: A retry where it is another one by now; what `fetch` throws otherwise.
    func copy(
        _ original: Original,
        as mediaType: String,
        to target: S3Location,
        for job: Job
    ) throws(StageFailure) -> Bool {
        do {
            let upload = location(original.key)
            try job.services.s3.copy(upload, to: target, as: mediaType, ifTagged: original.etag)
            return true
        } catch {
            guard error.isNotFound else { throw failure(error, original.key) }
            return false
        }
    }

    private func location(_ key: String) -> S3Location { S3Location(bucket: bucket, key: key) }

    private func failure(_ error: AWSError, _ key: String) -> StageFailure {
        if error.isNotFound {
            let text = """
                There is no upload with the key \(key). If there was one, it has expired, or another request archived or \
                discarded it; upload the picture again and ask for its new key.
                """
            return .reject(.sourceNotFound, text: text, detail: "\(error)")
        }
        if error.isPreconditionFailed {
            return .retry(detail: "the upload was replaced meanwhile: \(error)")
        }
        if case .unanswered(let transfer) = error.kind, transfer.kind == .responseTooLarge {
            let text = "The upload has more than \(maximumByteCount) bytes."
            return .reject(.sourceTooLarge, text: text, detail: "\(error)")
        }
        return StageFailure(error, code: .sourceUnavailable)
    }
}
