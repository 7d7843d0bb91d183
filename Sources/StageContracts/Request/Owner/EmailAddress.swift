/// One mail address, plain enough that no mail header can be made of it.
///
/// Taken are the dot-atom form of RFC 5321 in ASCII, at most 64 bytes before the `@` and 254 in all, and a domain
/// name of at least two labels; quoted names, comments, address literals and lists are not.
package struct EmailAddress: ReadableText, Hashable {
    package let text: String

    init(reading text: String) throws(TextRefusal) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, Self.isLocalPart(parts[0]), Self.isDomain(parts[1])
        else {
            throw TextRefusal("must be one mail address such as owner@example.com", code: .invalidEmail)
        }
        self.text = text
    }

    private static func isLocalPart(_ text: Substring) -> Bool {
        text.utf8.count <= 64
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
                !atom.isEmpty
                    && atom.utf8.allSatisfy {
                        $0.isAlphanumeric || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0)
                    }
            }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
            }
    }
}
