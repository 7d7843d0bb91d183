import Imaging
import PipelineRuntime
import PipelineStage
import RequestImaging
import StageContracts

/// The bucket of outputs; keys follow from the request and the rendition's name, so that another attempt writes over
/// what an earlier one left.
struct OutputStore {
    let bucket: String

    /// Where an output lies.
    func location(of output: Output) -> S3Location { S3Location(bucket: bucket, key: output.key) }

    /// Stores all pictures at once and signs a link to each; they were made of `stored`, the copy of the job's source.
    func put(
        _ made: [MadeRendition],
        of stored: StoredImage,
        for job: Job
    ) throws(StageFailure) -> [Output] {
        let outputs = try made.map { (made) throws(StageFailure) in
            var output = try output(made, for: job)
            output.operations = made.operations(since: job.record.source, by: stored)
            return output
        }
        try upload(
            zip(made, outputs).map { made, output in
                S3Upload(
                    to: location(of: output),
                    .bytes(made.image.bytes),
                    contentType: output.format.mediaType
                )
            },
            for: job
        )
        return outputs
    }

    /// Stores the small pictures by which a mail shows outputs, by the outputs' names.
    func put(previews: [String: RenderedImage], for job: Job) throws(StageFailure) {
        try upload(
            previews.sorted { $0.key < $1.key }.map { name, image in
                S3Upload(
                    to: S3Location(bucket: bucket, key: job.requestID.previewKey(of: name)),
                    .bytes(image.bytes),
                    contentType: StageContracts.ImageFormat(image.format).mediaType
                )
            },
            for: job
        )
    }

    /// Stores objects, several at once.
    func upload(_ uploads: [S3Upload], for job: Job) throws(StageFailure) {
        try StageFailure.translating { () throws(AWSError) in
            for answer in job.services.s3.put(uploads) { _ = try answer.get() }
        }
    }

    /// The output that is the original itself, with a link to it; it is for others to put it there.
    func original(_ source: SourceDescription, for job: Job) throws(StageFailure) -> Output {
        guard let format = source.format, let width = source.width, let height = source.height,
            let bytes = source.bytes
        else { throw .reject(.internalError, detail: "the record does not describe the original") }
        let size = PixelSize(width: width, height: height)
        let name = Preset.originalName
        let key = key(name, format, job.requestID)
        var output = try output(name, at: key, format, size, byteCount: bytes, for: job)
        output.operations = []
        return output
    }

    private func output(_ made: MadeRendition, for job: Job) throws(StageFailure) -> Output {
        let (name, image) = (made.rendition.name.text, made.image)
        let format = StageContracts.ImageFormat(image.format)
        let key = key(name, format, job.requestID)
        return try output(name, at: key, format, image.size, byteCount: image.bytes.count, for: job)
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
        byteCount: Int,
        for job: Job
    ) throws(StageFailure) -> Output {
        let output = Output(
            name: name,
            id: "\(job.requestID)_\(name)",
            key: key,
            format: format,
            width: size.width,
            height: size.height,
            bytes: byteCount
        )
        return try StageFailure.translating { () throws(AWSError) in try job.services.links.linked(output) }
    }
}
