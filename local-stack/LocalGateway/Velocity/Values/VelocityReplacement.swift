/// Java's `replaceAll` and `replaceFirst`: a pattern, and a text in which `$1` stands for a group and `\x` for `x`.
struct VelocityReplacement {
    private let pattern: Regex<AnyRegexOutput>
    private let template: String

    init(_ arguments: VelocityArguments) throws(VelocityFault) {
        pattern = try arguments.pattern(0)
        template = arguments.text(1)
    }

    /// The text with up to so many matches replaced.
    func apply(to text: String, maximumCount: Int) -> String {
        text.replacing(pattern, maxReplacements: maximumCount) { match in replacement(for: match) }
    }

    private func replacement(for match: Regex<AnyRegexOutput>.Match) -> String {
        var text = ""
        var rest = template[...]
        while let character = rest.popFirst() {
            if character == "\\", let escaped = rest.popFirst() {
                text.append(escaped)
            } else if character == "$", let digit = rest.first?.wholeNumberValue {
                rest.removeFirst()
                text += digit < match.output.count ? match.output[digit].substring ?? "" : ""
            } else {
                text.append(character)
            }
        }
        return text
    }
}
