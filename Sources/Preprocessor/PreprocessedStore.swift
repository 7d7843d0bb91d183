import Imaging
import PipelineRuntime
import PipelineStage
import RequestImaging
import StageContracts

/// The bucket of normalised copies; keys follow from the record, so that another attempt writes over them.
struct PreprocessedStore {
    let bucket: String

    /// The place of a request's copy.
    func location(of info: ImageInfo, for requestID: RequestID) -> S3Location {
        S3Location(bucket: bucket, key: requestID.folder + "source.\(info.format.fileExtension)")
    }

    /// The place of a request's own copy of its original, byte for byte.
    func location(ofOriginalFor requestID: RequestID) -> S3Location {
        S3Location(bucket: bucket, key: requestID.originalKey)
    }

    /// The place of a logo that was fetched from the web for a request, by its index from 0.
    func location(ofLogo index: Int, for record: Record) -> S3Location {
        S3Location(bucket: bucket, key: record.logoKey(index))
    }

    /// Whether something lies there.
    func has(_ location: S3Location, for job: Job) throws(StageFailure) -> Bool {
        try StageFailure.translating { () throws(AWSError) in try job.services.s3.head(location) } != nil
    }

    /// Stores a picture.
    func put(
        _ bytes: [UInt8],
        _ info: ImageInfo,
        at location: S3Location,
        for job: Job
    ) throws(StageFailure) {
        let upload = S3Upload(to: location, .bytes(bytes), contentType: info.format.mediaType)
        _ = try StageFailure.translating { () throws(AWSError) in try job.services.s3.put(upload) }
    }
}
