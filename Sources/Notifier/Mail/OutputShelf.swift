import PipelineRuntime
import PipelineStage
import StageContracts

/// The bucket of outputs, seen as the place where a mail's links and previews come from.
struct OutputShelf {
    let s3: S3Client
    let bucket: String
    let links: LinkSigner

    /// The most previews in a mail, and the most bytes of one: mailboxes are small.
    private static let maximumPreviewCount = 4
    private static let maximumPreviewByteCount = 131_072

    /// A request's outputs, with links of their own; the largest of those that look the same has a preview.
    func files(of record: Record, log: Logger) throws(StageFailure) -> [MailedOutput] {
        let shown = record.looks.prefix(Self.maximumPreviewCount)
        let previews = shown.compactMap { alike in
            alike.lazy.compactMap { preview(of: $0, of: record, log) }.first
        }
        return try record.outputs.map { output throws(StageFailure) in
            MailedOutput(
                output: output,
                link: try link(to: output),
                preview: previews.first { $0.contentID == output.name }
            )
        }
    }

    /// When links end that are made now.
    func linkExpiry() throws(StageFailure) -> Timestamp {
        do {
            return try links.expiry()
        } catch {
            throw StageFailure(error)
        }
    }

    private func link(to output: Output) throws(StageFailure) -> String {
        do {
            return try links.link(to: S3Location(bucket: bucket, key: output.key)).url
        } catch {
            throw StageFailure(error)
        }
    }

    /// A mail without a preview is better than none: whatever keeps it from us is only told in the log.
    private func preview(of output: Output, of record: Record, _ log: Logger) -> EmailAttachment? {
        let location = S3Location(bucket: bucket, key: record.requestId.previewKey(of: output.name))
        do {
            return EmailAttachment(
                contentID: output.name,
                fileName: "\(output.name).jpg",
                contentType: ImageFormat.jpeg.mediaType,
                bytes: try s3.get(location, maximumByteCount: Self.maximumPreviewByteCount).bytes
            )
        } catch {
            log.warn("a preview is left out", ["output": .string(output.name), "detail": "\(error)"])
            return nil
        }
    }
}
