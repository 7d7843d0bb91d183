/// A text with wildcards as IAM has them: `*` stands for any characters or none, `?` for one, slashes among them.
///
/// Source: the AWS page "IAM JSON policy elements: Resource".
struct PolicyPattern: Sendable, Equatable {
    private let parts: [Unicode.Scalar]

    init(_ text: some StringProtocol) {
        parts = Array(text.unicodeScalars)
    }

    /// Whether a whole text is such a one; the time is bounded by the product of both lengths.
    func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var (place, part) = (0, 0)
        var star: (part: Int, place: Int)?
        while place < scalars.count {
            if part < parts.count, parts[part] == "*" {
                star = (part, place)
                part += 1
            } else if part < parts.count, parts[part] == "?" || parts[part] == scalars[place] {
                (place, part) = (place + 1, part + 1)
            } else if let last = star {
                // The latest star takes one more; those before it can stay as they are.
                star = (last.part, last.place + 1)
                (part, place) = (last.part + 1, last.place + 1)
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { $0 == "*" }
    }
}
