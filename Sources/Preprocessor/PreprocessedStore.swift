import Imaging
import PipelineRuntime
import PipelineStage
import RequestImaging
import StageContracts

/// The bucket of normalised copies; the key follows from the request alone, so that another attempt writes over it.
struct PreprocessedStore {
    let s3: S3Client
    let bucket: String

    /// The place of a request's copy.
    func location(of info: ImageInfo, for requestID: RequestID) -> S3Location {
        S3Location(bucket: bucket, key: requestID.folder + "source.\(info.format.fileExtension)")
    }

    /// Stores a picture that was rewritten.
    func put(_ bytes: [UInt8], _ info: ImageInfo, at location: S3Location) throws(StageFailure) {
        do {
            try s3.put(S3Upload(to: location, .bytes(bytes), contentType: info.format.mediaType))
        } catch {
            throw StageFailure(error)
        }
    }
}
