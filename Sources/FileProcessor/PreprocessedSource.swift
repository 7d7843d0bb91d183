import PipelineRuntime
import PipelineStage
import StageContracts

/// The bucket of normalised copies, seen as the place where sources come from.
struct PreprocessedSource {
    let s3: S3Client
    let bucket: String

    /// The copy that a record names; anything longer than it was when it was made is not that copy.
    ///
    /// - Throws: A rejection where it is gone, which asking again mends; a retry where the bucket cannot be reached.
    func fetch(_ image: StoredImage) throws(StageFailure) -> [UInt8] {
        do {
            return try s3.get(S3Location(bucket: bucket, key: image.key), maximumByteCount: image.bytes).bytes
        } catch {
            throw StageFailure(error)
        }
    }
}
