import StageContracts

/// What a mail says, before it is written as text or HTML.
struct MailContent: Equatable {
    /// One finished picture.
    struct Picture: Equatable {
        let name: String
        let description: String
        let link: String
    }

    let subject: String
    let opening: String
    let pictures: [Picture]
    /// Why it failed, or what was done differently.
    let remarks: [String]
    let closing: [String]

    init(about record: Record, links: [String], lifetime: Duration) {
        let reference = "Request \(record.requestId)"
        guard let failure = record.failure else {
            subject = "Your pictures are ready (\(record.requestId))"
            opening = record.outputs.count == 1 ? "Your picture is ready." : "Your pictures are ready."
            pictures = zip(record.outputs, links).map(Picture.init)
            remarks = record.warnings.map(\.text)
            closing = ["The links work for \(lifetime.inWords).", reference]
            return
        }
        subject = "Your pictures could not be made (\(record.requestId))"
        opening = "Your request could not be fulfilled. \(failure.text)"
        pictures = []
        remarks = failure.problems.map {
            "\($0.pointer.text.isEmpty ? "The request" : $0.pointer.text) \($0.detail)"
        }
        let advice = failure.isRetryable ? "Asking again may help." : "The same request would fail again."
        closing = [advice, "\(reference), reason \(failure.code.rawValue)"]
    }
}

extension MailContent.Picture {
    fileprivate init(_ output: Output, link: String) {
        name = output.name
        description = "\(output.width) × \(output.height), \(output.format.rawValue), \(output.bytes.inWords)"
        self.link = link
    }
}

extension Int {
    /// A count of bytes for people.
    fileprivate var inWords: String {
        switch self {
        case ..<1000: "\(self) bytes"
        case ..<1_000_000: "\((self + 500) / 1000) kB"
        default: "\((self + 50_000) / 100_000 / 10).\((self + 50_000) / 100_000 % 10) MB"
        }
    }
}

extension Duration {
    /// A lifetime for people, in the largest unit that fits.
    fileprivate var inWords: String {
        let seconds = components.seconds
        let units = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
        let (size, unit) = units.first { seconds >= $0.0 } ?? (1, "second")
        let count = seconds / Int64(size)
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }
}
