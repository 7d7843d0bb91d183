import PipelineRuntime
import PipelineStage
import StageContracts

/// The bucket of outputs, seen as the place where a mail's links and previews come from.
struct OutputShelf {
    let s3: S3Client
    let bucket: String

    /// The largest file, and the most bytes of all, that travel with a mail: mailboxes are small.
    private static let maximumPreviewByteCount = 65_536
    private static let maximumTotalByteCount = 262_144

    /// A request's outputs, with links of their own and with the small ones as previews.
    func files(of record: Record, linkLifetime: Duration, log: Logger) throws(StageFailure) -> [MailedOutput]
    {
        var (files, byteCount): ([MailedOutput], Int) = ([], 0)
        for output in record.outputs {
            let location = S3Location(bucket: bucket, key: output.key)
            let fits = byteCount + output.bytes <= Self.maximumTotalByteCount
            let preview = fits ? preview(of: output, at: location, log) : nil
            byteCount += preview?.bytes.count ?? 0
            let link = try link(to: location, linkLifetime)
            files.append(MailedOutput(output: output, link: link, preview: preview))
        }
        return files
    }

    private func link(to location: S3Location, _ lifetime: Duration) throws(StageFailure) -> String {
        do {
            return try s3.presignedURL("GET", location, expiresIn: lifetime)
        } catch {
            throw StageFailure(error)
        }
    }

    /// A mail without a preview is better than none: whatever keeps it from us is only told in the log.
    private func preview(of output: Output, at location: S3Location, _ log: Logger) -> EmailAttachment? {
        guard output.bytes <= Self.maximumPreviewByteCount else { return nil }
        do {
            return EmailAttachment(
                contentID: output.name,
                fileName: "\(output.name).\(output.format.fileExtension)",
                contentType: output.format.mediaType,
                bytes: try s3.get(location, maximumByteCount: output.bytes).bytes
            )
        } catch {
            log.warn("a preview is left out", ["output": .string(output.name), "detail": "\(error)"])
            return nil
        }
    }
}
