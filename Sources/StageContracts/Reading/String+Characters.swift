extension String {
    /// The text's first scalars; one character may consist of thousands.
    func abridged(to count: Int) -> String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
    }

    /// Whether a control character is in the text (C0, DEL, C1, or a line or paragraph separator): none has a
    /// place in a name, an address or a caption, and CR and LF would end a mail header early.
    var hasControlCharacters: Bool {
        unicodeScalars.contains {
            $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || (0x2028...0x2029).contains($0.value)
        }
    }

    /// Whether characters are in the text that change the direction in which it is written: `gpj.exe` would look like `exe.jpg`.
    var hasTextDirections: Bool {
        unicodeScalars.contains {
            [0x061C, 0x200E, 0x200F].contains($0.value) || (0x202A...0x202E).contains($0.value)
                || (0x2066...0x2069).contains($0.value)
        }
    }
}

extension Substring {
    /// Whether a name is nothing but dots and characters that take room and show nothing, the last of these.
    var isBlankName: Bool {
        guard let last = unicodeScalars.last, Self.isBlank(last) else { return false }
        return unicodeScalars.allSatisfy { $0 == "." || Self.isBlank($0) }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0xA0, 0x1680, 0x2000...0x200D, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }
}
