import PipelineRuntime
import PipelineStage
import StageContracts

/// The bucket of preprocessed files, seen as the place where an output that is the original itself comes from.
///
/// The upload is no such place: another request may have archived or discarded it meanwhile.
struct OriginalCopier {
    let bucket: String

    /// Copies a request's own copy of its original inside S3, byte for byte.
    ///
    /// - Throws: A rejection where it is gone, which asking again mends; a retry where the bucket cannot be reached.
    func copy(_ source: SourceDescription, to target: S3Location, for job: Job) throws(StageFailure) {
        guard let key = job.record.originalCopyKey else {
            throw .reject(.internalError, detail: "the record names no copy of the original")
        }
        let location = S3Location(bucket: bucket, key: key)
        try StageFailure.translating { () throws(AWSError) in
            try job.services.s3.copy(location, to: target, as: source.format?.mediaType)
        }
    }
}
