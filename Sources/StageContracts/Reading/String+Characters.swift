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
        case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x2800, 0x3000: true
        default: isIgnorable(scalar) || isMark(scalar)
        }
    }

    /// Unicode's Default_Ignorable_Code_Point as far as names meet it; those that turn a text around are refused anywhere.
    private static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200D, 0x2060...0x2065,
            0x206A...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFF8, 0xE0000...0xE03FF:
            true
        default: false
        }
    }

    /// The marks of no script in particular: without a letter they have nothing to stand on.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
        default: false
        }
    }
}
