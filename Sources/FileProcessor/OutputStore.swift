import Imaging
import PipelineRuntime
import PipelineStage
import RequestImaging
import StageContracts

/// The bucket of outputs; keys follow from the request and the rendition's name, so that another attempt writes over
/// what an earlier one left.
struct OutputStore {
    let s3: S3Client
    let bucket: String
    let links: LinkSigner

    /// Where an output lies.
    func location(of output: Output) -> S3Location { S3Location(bucket: bucket, key: output.key) }

    /// Stores all pictures at once and signs a link to each; they were made of `stored`, the copy of `source`.
    func put(
        _ made: [MadeRendition],
        of stored: StoredImage,
        _ source: SourceDescription?,
        for requestID: RequestID
    ) throws(StageFailure) -> [Output] {
        let outputs = try made.map { (made) throws(StageFailure) in
            var output = try output(made, requestID)
            output.operations = made.operations(since: source, by: stored)
            return output
        }
        try upload(
            zip(made, outputs).map { made, output in
                S3Upload(
                    to: location(of: output),
                    .bytes(made.image.bytes),
                    contentType: output.format.mediaType
                )
            }
        )
        return outputs
    }

    /// Stores the small pictures by which a mail shows outputs, by the outputs' names.
    func put(previews: [String: [UInt8]], for requestID: RequestID) throws(StageFailure) {
        try upload(
            previews.sorted { $0.key < $1.key }.map { name, bytes in
                let location = S3Location(bucket: bucket, key: requestID.previewKey(of: name))
                return S3Upload(
                    to: location,
                    .bytes(bytes),
                    contentType: StageContracts.ImageFormat.jpeg.mediaType
                )
            }
        )
    }

    /// Stores objects, several at once.
    func upload(_ uploads: [S3Upload]) throws(StageFailure) {
        try StageFailure.calling { () throws(AWSError) in
            for answer in s3.put(uploads) { _ = try answer.get() }
        }
    }

    /// The output that is the original itself, with a link to it; it is for others to put it there.
    func original(_ source: SourceDescription, for requestID: RequestID) throws(StageFailure) -> Output {
        guard let format = source.format, let width = source.width, let height = source.height,
            let bytes = source.bytes
        else { throw .reject(.internalError, detail: "the record does not describe the original") }
        let size = PixelSize(width: width, height: height)
        let name = Preset.originalName
        var output = try output(name, at: key(name, format, requestID), format, size, bytes, requestID)
        output.operations = []
        return output
    }

    private func output(_ made: MadeRendition, _ requestID: RequestID) throws(StageFailure) -> Output {
        let (name, image) = (made.rendition.name.text, made.image)
        let format = StageContracts.ImageFormat(image.format)
        let key = key(name, format, requestID)
        return try output(name, at: key, format, image.size, image.bytes.count, requestID)
    }

    private func key(
        _ name: String,
        _ format: StageContracts.ImageFormat,
        _ requestID: RequestID
    ) -> String {
        requestID.folder + "\(name).\(format.fileExtension)"
    }

    /// An output as the record describes it, with a link to it.
    func output(
        _ name: String,
        at key: String,
        _ format: StageContracts.ImageFormat,
        _ size: PixelSize,
        _ byteCount: Int,
        _ requestID: RequestID
    ) throws(StageFailure) -> Output {
        let output = Output(
            name: name,
            id: "\(requestID)_\(name)",
            key: key,
            format: format,
            width: size.width,
            height: size.height,
            bytes: byteCount
        )
        return try StageFailure.calling { () throws(AWSError) in try links.linked(output) }
    }
}
