import PipelineRuntime
import PipelineStage
import StageContracts

/// The bucket of normalised copies, seen as the place where sources come from.
struct PreprocessedSource {
    let bucket: String

    /// The copy that a record names; anything longer than it was when it was made is not that copy.
    ///
    /// - Throws: A rejection where it is gone, which asking again mends; a retry where the bucket cannot be reached.
    func fetch(_ image: StoredImage, for job: Job) throws(StageFailure) -> [UInt8] {
        let location = S3Location(bucket: bucket, key: image.key)
        return try StageFailure.translating { () throws(AWSError) in
            try job.services.s3.get(location, maximumByteCount: image.bytes).bytes
        }
    }
}
