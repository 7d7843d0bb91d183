import PipelineRuntime
import PipelineStage
import StageContracts

/// The bucket of outputs, seen as the place where a mail's links and previews come from.
struct OutputShelf {
    let s3: S3Client
    let bucket: String

    /// The most bytes of one preview, and of all that travel with a mail: mailboxes are small.
    private static let maximumPreviewByteCount = 65_536
    private static let maximumTotalByteCount = 262_144

    /// A request's outputs, with links of their own and with previews of those that were made for it.
    func files(of record: Record, linkLifetime: Duration, log: Logger) throws(StageFailure) -> [MailedOutput]
    {
        var (files, byteCount): ([MailedOutput], Int) = ([], 0)
        for output in record.outputs {
            let room = min(Self.maximumPreviewByteCount, Self.maximumTotalByteCount - byteCount)
            let preview = record.hasPreview(of: output) ? preview(of: output, of: record, room, log) : nil
            byteCount += preview?.bytes.count ?? 0
            let link = try link(to: S3Location(bucket: bucket, key: output.key), linkLifetime)
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
    private func preview(
        of output: Output,
        of record: Record,
        _ maximumByteCount: Int,
        _ log: Logger
    ) -> EmailAttachment? {
        let location = S3Location(bucket: bucket, key: record.requestId.previewKey(of: output.name))
        do {
            return EmailAttachment(
                contentID: output.name,
                fileName: "\(output.name).jpg",
                contentType: ImageFormat.jpeg.mediaType,
                bytes: try s3.get(location, maximumByteCount: maximumByteCount).bytes
            )
        } catch {
            log.warn("a preview is left out", ["output": .string(output.name), "detail": "\(error)"])
            return nil
        }
    }
}

extension Record {
    /// Whether a preview is made of an output: the original is somebody else's file, and a puzzle's sheets show only pieces.
    fileprivate func hasPreview(of output: Output) -> Bool {
        output.name != Preset.originalName && !(puzzle?.sheets.contains(output.name) ?? false)
    }
}
