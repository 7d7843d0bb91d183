extension MailContent {
    /// The mail as plain text.
    var text: String {
        var paragraphs = [opening]
        if !pictures.isEmpty {
            paragraphs.append(
                pictures.map { "\($0.name): \($0.description)\n\($0.link)" }.joined(separator: "\n\n")
            )
        }
        if !remarks.isEmpty { paragraphs.append(remarks.map { "- \($0)" }.joined(separator: "\n")) }
        paragraphs.append(closing.joined(separator: "\n"))
        return paragraphs.joined(separator: "\n\n") + "\n"
    }
}
