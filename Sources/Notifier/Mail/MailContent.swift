import PipelineRuntime
import StageContracts

/// What a mail says, before it is written as text or HTML.
struct MailContent: Equatable {
    /// One finished picture.
    struct Picture: Equatable {
        let name: String
        let description: String
        let link: String
        /// The small picture that travels with the mail.
        let preview: Preview?
    }

    /// A picture that a mail shows, by its content id and the size at which it is shown.
    struct Preview: Equatable {
        /// The longest side.
        private static let maximumSide = 96

        let id: String
        let width: Int
        let height: Int

        /// The preview of a picture of `width` × `height`, never shown larger than that.
        init(id: String, of width: Int, _ height: Int) {
            let longest = max(width, height, Self.maximumSide)
            self.id = id
            self.width = max(1, width * Self.maximumSide / longest)
            self.height = max(1, height * Self.maximumSide / longest)
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
            let picture = record.originalName ?? "Your picture"
            subject = "\(picture) could not be processed"
            heading = "\(picture) could not be processed"
            opening = failure.text
            pictures = []
            remarks = failure.problems.map(\.sentence)
            advice = failure.advice
            closing = ["\(reference), reason: \(failure.code.rawValue)"]
        } else {
            let count = files.count == 1 ? "Your picture is" : "Your \(files.count) pictures are"
            subject = "\(count) ready" + (record.originalName.map { ": \($0)" } ?? "")
            heading = "\(count) ready"
            opening = "Made of \(record.originalName ?? "your original"), as you asked."
            pictures = files.map(Picture.init)
            remarks = record.warnings.map(\.text)
            advice = nil
            closing = ["The links work until \(expiry.inWords) at the latest.", reference]
        }
    }
}

extension MailContent.Picture {
    fileprivate init(_ file: MailedOutput) {
        let output = file.output
        name = output.name
        description =
            "\(output.width) × \(output.height) pixels, \(output.format.title), \(ByteCount(output.bytes))"
        link = file.link
        preview = file.preview.map {
            MailContent.Preview(id: $0.contentID, of: output.width, output.height)
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
