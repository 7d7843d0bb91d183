import PipelineRuntime
import StageContracts

/// What a mail says, before it is written as text or HTML.
struct MailContent: Equatable {
    /// One finished picture.
    struct Picture: Equatable {
        let name: String
        let format: String
        let pixels: String
        let size: String
        let link: String
        /// The small picture that travels with the mail.
        let preview: Preview?
    }

    /// A picture that a mail shows, by its content id and the size at which it is shown.
    struct Preview: Equatable {
        let id: String
        let width: Int
        let height: Int

        /// The preview of an output, its longest side at most `maximumSide` and never longer than the output's.
        init(id: String, of output: Output, maximumSide: Int) {
            let longest = max(output.width, output.height, maximumSide)
            self.id = id
            width = max(1, output.width * maximumSide / longest)
            height = max(1, output.height * maximumSide / longest)
        }
    }

    let subject: String
    let heading: String
    let opening: String
    let pictures: [Picture]
    /// What is wrong with the request, or what was done differently.
    let remarks: [String]
    /// What the owner can do now.
    let advice: String?
    /// What helps to find the request again.
    let closing: [String]

    /// The content of a mail about a request that has ended.
    ///
    /// - Parameters:
    ///   - record: The request's record.
    ///   - files: Its outputs as the mail shows them.
    ///   - expiry: When the links in them end to work.
    init(about record: Record, files: [MailedOutput], expiry: Timestamp) {
        let reference = "Request \(record.requestId)"
        if let failure = record.failure {
            let picture = record.originalName ?? record.pictureOfHost.map { "The \($0)" } ?? "Your picture"
            subject = "\(picture) could not be processed"
            heading = "\(picture) could not be processed"
            opening = failure.text
            pictures = []
            remarks = failure.problems.map(\.sentence)
            advice = failure.advice(isOfUpload: record.isOfUpload, isFromWeb: record.source?.url != nil)
            closing = ["\(reference), reason: \(failure.code.rawValue)"]
        } else {
            let count = files.count == 1 ? "Your picture is" : "Your \(files.count) pictures are"
            subject =
                "\(count) ready" + ((record.originalName ?? record.pictureOfHost).map { ": \($0)" } ?? "")
            heading = "\(count) ready"
            let original = record.originalName ?? record.pictureOfHost.map { "the \($0)" } ?? "your original"
            opening = "Made of \(original), as you asked."
            pictures = Self.pictures(files)
            remarks = record.warnings.map(\.text)
            advice = nil
            closing = ["The links work until \(expiry.inWords) at the latest.", reference]
        }
    }

    /// A preview that stands alone has the room of two.
    private static func pictures(_ files: [MailedOutput]) -> [Picture] {
        let maximumSide = files.count { $0.preview != nil } == 1 ? 240 : 120
        return files.map { Picture($0, maximumSide: maximumSide) }
    }
}

extension Record {
    /// What a picture of the web is called that has no name.
    fileprivate var pictureOfHost: String? { originalHost.map { "picture from \($0)" } }
}

extension MailContent.Picture {
    fileprivate init(_ file: MailedOutput, maximumSide: Int) {
        let output = file.output
        name = output.name
        format = output.format.title
        pixels = "\(output.width) × \(output.height)"
        size = "\(ByteCount(output.bytes))"
        link = file.link
        preview = file.preview.map {
            MailContent.Preview(id: $0.contentID, of: output, maximumSide: maximumSide)
        }
    }
}

extension Problem {
    /// The problem as a sentence whose subject is the place.
    fileprivate var sentence: String { "\(pointer.text.isEmpty ? "The request" : pointer.text) \(detail)" }
}

extension ImageFormat {
    /// The format as people write it.
    fileprivate var title: String { self == .webp ? "WebP" : rawValue.uppercased() }
}
