/// Text fields as cameras write them: ASCII by the standard, UTF-8 or Latin-1 in the field.
enum EXIFText {
    /// Longer texts are cut: a record is no place for a block of data in a text field.
    private static let maximumByteCount = 1_024
    /// What is looked at of a field: enough for two texts, and never all of a block of data.
    static let maximumFieldByteCount = 4_096

    /// The text of `bytes` without control characters and surrounding blanks; nil where nothing is left.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        let text = utf8(bytes) ?? latin1(bytes.prefix(maximumByteCount))
        let visible = text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value) }
        let trimmed = visible.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        return trimmed.isEmpty ? nil : String(String.UnicodeScalarView(trimmed))
    }

    /// Whole scalars of UTF-8, as many as may stay; nil for other bytes.
    private static func utf8(_ bytes: ArraySlice<UInt8>) -> String? {
        var kept = bytes.prefix(maximumByteCount)
        // A scalar has up to three bytes after its first, which begin with the bits 10: the cut must not come before one of these.
        for _ in 0..<3 where kept.endIndex < bytes.endIndex && bytes[kept.endIndex] & 0xc0 == 0x80 {
            kept.removeLast()
        }
        return String(validating: kept, as: UTF8.self)
    }

    private static func latin1(_ bytes: ArraySlice<UInt8>) -> String {
        String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
