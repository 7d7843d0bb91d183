extension MailContent {
    /// The mail as plain text.
    var text: String {
        var paragraphs = [heading, opening]
        paragraphs += pictures.map { "\($0.name): \($0.pixels) pixels, \($0.format), \($0.size)\n\($0.link)" }
        if !remarks.isEmpty { paragraphs.append(remarks.map { "- \($0)" }.joined(separator: "\n")) }
        if let advice { paragraphs.append(advice) }
        paragraphs.append(closing.joined(separator: "\n"))
        return paragraphs.joined(separator: "\n\n") + "\n"
    }
}
