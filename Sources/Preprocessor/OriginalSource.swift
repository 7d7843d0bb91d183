import PipelineRuntime
import PipelineStage
import StageContracts

/// The bucket of uploads, seen as the place where originals come from.
struct OriginalSource {
    let s3: S3Client
    let bucket: String
    let settings: PreprocessSettings

    /// The upload.
    ///
    /// - Throws: A rejection where it does not exist or is too large; a retry where the bucket cannot be reached.
    func fetch(_ key: String) throws(StageFailure) -> S3Object {
        do {
            let location = S3Location(bucket: bucket, key: key)
            return try s3.get(location, maximumByteCount: settings.maximumByteCount)
        } catch {
            throw failure(error, key)
        }
    }

    private func failure(_ error: AWSError, _ key: String) -> StageFailure {
        if error.isNotFound {
            return .reject(
                .sourceNotFound,
                text: "There is no upload with the key \(key).",
                detail: "\(error)"
            )
        }
        if case .unanswered(let transfer) = error.kind, transfer.kind == .responseTooLarge {
            let text = "The upload has more than \(settings.maximumByteCount) bytes."
            return .reject(.sourceTooLarge, text: text, detail: "\(error)")
        }
        return StageFailure(error, code: .sourceUnavailable)
    }
}
