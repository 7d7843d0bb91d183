import Imaging
import PipelineRuntime
import PipelineStage
import StageContracts
import StageImaging

/// The bucket of normalised copies; the key follows from the request alone, so that another attempt writes over it.
struct PreprocessedStore {
    let s3: S3Client
    let settings: StageSettings

    /// Stores a normalised picture; what needed no change is copied inside S3, if it is still the same upload.
    func put(
        _ image: NormalisedImage,
        of source: String,
        tagged etag: String,
        _ info: ImageInfo,
        for requestID: RequestID
    ) throws(StageFailure) -> StoredImage {
        let key = "\(requestID)/source.\(info.format.fileExtension)"
        let target = S3Location(bucket: settings.preprocessedBucket, key: key)
        do {
            switch image {
            case .unchanged:
                let original = S3Location(bucket: settings.requestBucket, key: source)
                try s3.copy(original, to: target, ifTagged: etag)
                return StoredImage(key: key, info, size: info.storedSize, bytes: info.byteCount, .copied)
            case .rewritten(let bytes, let changes):
                try s3.put(S3Upload(to: target, .bytes(bytes), contentType: info.format.mediaType))
                let isTurned = changes.contains(.turnedUpright)
                let size = isTurned ? info.size : info.storedSize
                return StoredImage(
                    key: key,
                    info,
                    size: size,
                    bytes: bytes.count,
                    isTurned ? .turned : .stripped
                )
            }
        } catch {
            if error.isPreconditionFailed {
                throw .retry(detail: "the upload was replaced meanwhile: \(error)")
            }
            throw StageFailure(error)
        }
    }
}

extension StoredImage {
    fileprivate init(
        key: String,
        _ info: ImageInfo,
        size: PixelSize,
        bytes: Int,
        _ treatment: ImageTreatment
    ) {
        self.init(
            key: key,
            format: StageContracts.ImageFormat(info.format),
            width: size.width,
            height: size.height,
            bytes: bytes,
            treatment: treatment
        )
    }
}
