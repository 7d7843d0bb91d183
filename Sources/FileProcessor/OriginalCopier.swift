import PipelineRuntime
import PipelineStage
import StageContracts

/// The bucket of uploads, seen as the place where an output that is the original itself comes from.
struct OriginalCopier {
    let bucket: String

    /// Copies an original inside S3, byte for byte.
    ///
    /// - Throws: A rejection where it is gone by now; a retry where the bucket cannot be reached.
    func copy(_ source: SourceDescription, to target: S3Location, for job: Job) throws(StageFailure) {
        do {
            let upload = S3Location(bucket: bucket, key: source.key ?? "")
            try job.services.s3.copy(upload, to: target, as: source.format?.mediaType)
        } catch {
            throw StageFailure(error, code: error.isNotFound ? .sourceNotFound : .internalError)
        }
    }
}
