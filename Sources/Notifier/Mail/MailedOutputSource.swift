import PipelineRuntime
import PipelineStage
import StageContracts

/// The bucket of outputs, seen as the place where a mail's links and previews come from.
struct MailedOutputSource {
    let bucket: String

    private static let pngSignature: [UInt8] = [0x89, 0x50, 0x4e, 0x47]

    /// A request's outputs, with links of their own; those that are shown have a preview.
    func files(of job: Job) throws(StageFailure) -> [MailedOutput] {
        let shown = job.record.outputs.previewed(with: job.record.puzzle)
        let previews = shown.compactMap { preview(of: $0, for: job) }
        return try job.record.outputs.map { output throws(StageFailure) in
            MailedOutput(
                output: output,
                link: try link(to: output, for: job),
                preview: previews.first { $0.contentID == output.name }
            )
        }
    }

    /// When links end that are made now.
    func linkExpiry(for job: Job) throws(StageFailure) -> Timestamp {
        try StageFailure.translating { () throws(AWSError) in try job.services.links.expiry() }
    }

    private func link(to output: Output, for job: Job) throws(StageFailure) -> String {
        try StageFailure.translating { () throws(AWSError) in try job.services.links.link(to: output).url }
    }

    /// A mail without a preview is better than none: whatever keeps it from us is only told in the log.
    private func preview(of output: Output, for job: Job) -> EmailAttachment? {
        let location = S3Location(bucket: bucket, key: job.requestID.previewKey(of: output.name))
        do {
            let stored = try job.services.s3.get(
                location,
                maximumByteCount: Output.maximumPreviewByteCount
            )
            let format: ImageFormat = stored.bytes.starts(with: Self.pngSignature) ? .png : .jpeg
            return EmailAttachment(
                contentID: output.name,
                fileName: "\(output.name).\(format.fileExtension)",
                contentType: format.mediaType,
                bytes: stored.bytes
            )
        } catch {
            job.log.warn("a preview is left out", ["output": .string(output.name), "detail": "\(error)"])
            return nil
        }
    }
}
