import Imaging
import PipelineRuntime
import PipelineStage
import StageContracts
import StageImaging

/// The bucket of outputs; keys follow from the request and the rendition's name, so that another attempt writes over
/// what an earlier one left.
struct OutputStore {
    let s3: S3Client
    let bucket: String
    let linkLifetime: Duration
    let clock: any WallClock

    /// Stores all pictures at once and signs a link to each.
    func put(_ made: [MadeRendition], for requestID: RequestID) throws(StageFailure) -> [Output] {
        let outputs = try made.map { (made) throws(StageFailure) in try output(made, requestID) }
        let uploads = zip(made, outputs).map { made, output in
            let location = S3Location(bucket: bucket, key: output.key)
            return S3Upload(to: location, .bytes(made.image.bytes), contentType: output.format.mediaType)
        }
        do {
            for answer in s3.put(uploads) { _ = try answer.get() }
        } catch {
            throw StageFailure(error)
        }
        return outputs
    }

    private func output(_ made: MadeRendition, _ requestID: RequestID) throws(StageFailure) -> Output {
        let (name, image) = (made.rendition.name.text, made.image)
        let key = "\(requestID)/\(name).\(image.format.fileExtension)"
        return Output(
            name: name,
            id: "\(requestID)_\(name)",
            key: key,
            url: try link(to: key),
            urlExpiresAt: Timestamp(clock.now.advanced(by: linkLifetime)),
            format: StageContracts.ImageFormat(image.format),
            width: image.size.width,
            height: image.size.height,
            bytes: image.bytes.count
        )
    }

    private func link(to key: String) throws(StageFailure) -> String {
        do {
            return try s3.presignedURL("GET", S3Location(bucket: bucket, key: key), expiresIn: linkLifetime)
        } catch {
            throw StageFailure(error)
        }
    }
}
