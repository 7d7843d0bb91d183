import Imaging
import PipelineRuntime
import PipelineStage
import StageContracts
import StageImaging

/// The bucket of outputs; keys follow from the request and the rendition's name, so that another attempt writes over
/// what an earlier one left.
struct OutputStore {
    let services: StageServices
    let linkLifetime: Duration

    /// Stores all renditions at once and signs a link to each.
    func put(
        _ made: Zip2Sequence<[Rendition], [RenderedImage]>,
        for requestID: RequestID
    ) throws(StageFailure) -> [Output] {
        let uploads = made.map { rendition, image in
            let key = "\(requestID)/\(rendition.name.text).\(image.format.fileExtension)"
            let location = S3Location(bucket: services.settings.processedBucket, key: key)
            return S3Upload(to: location, .bytes(image.bytes), contentType: image.format.mediaType)
        }
        do {
            for answer in services.s3.put(uploads) { _ = try answer.get() }
            var outputs: [Output] = []
            for ((rendition, image), upload) in zip(made, uploads) {
                outputs.append(try output(rendition, image, at: upload.location, requestID))
            }
            return outputs
        } catch {
            throw StageFailure(error)
        }
    }

    private func output(
        _ rendition: Rendition,
        _ image: RenderedImage,
        at location: S3Location,
        _ requestID: RequestID
    ) throws(AWSError) -> Output {
        let expiry = Timestamp(services.clock.now).milliseconds + Int(linkLifetime / .milliseconds(1))
        return Output(
            name: rendition.name.text,
            id: "\(requestID)_\(rendition.name.text)",
            key: location.key,
            url: try services.s3.presignedURL("GET", location, expiresIn: linkLifetime),
            urlExpiresAt: Timestamp(milliseconds: expiry),
            format: StageContracts.ImageFormat(image.format),
            width: image.size.width,
            height: image.size.height,
            bytes: image.bytes.count
        )
    }
}
