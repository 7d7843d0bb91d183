import FoundationEssentials

/// Writes a value as JSON on one line; one encoder serves the whole process.
enum LineEncoder {
    private static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    /// The value's JSON without a line break; control characters inside texts are escaped.
    ///
    /// - Returns: `nil` when the value cannot be written, which values made of texts and finite numbers always can.
    static func encode(_ value: some Encodable) -> [UInt8]? {
        guard let data = try? encoder.encode(value) else { return nil }
        return [UInt8](data)
    }
}
