/// Text fields as cameras write them: ASCII by the standard, UTF-8 or Latin-1 in the field.
enum EXIFText {
    /// Longer texts are cut: a record is no place for a block of data in a text field.
    private static let maximumByteCount = 1_024

    /// The text of `bytes` without control characters and surrounding blanks; nil where nothing is left.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        let kept = bytes.prefix(maximumByteCount)
        let text = String(validating: kept, as: UTF8.self) ?? latin1(kept)
        let visible = text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value) }
        let trimmed = visible.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        return trimmed.isEmpty ? nil : String(String.UnicodeScalarView(trimmed))
    }

    private static func latin1(_ bytes: ArraySlice<UInt8>) -> String {
        String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
