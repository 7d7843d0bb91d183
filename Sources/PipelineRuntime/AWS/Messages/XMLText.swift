/// Character data of XML with its references resolved.
enum XMLText {
    private static let entities: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]

    /// Resolves references; `nil` when one is not closed, unknown or no character.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        let ampersand = UInt8(ascii: "&")
        guard bytes.contains(ampersand) else { return String(decoding: bytes, as: UTF8.self) }
        var pieces = bytes.split(separator: ampersand, omittingEmptySubsequences: false)[...]
        var text = pieces.popFirst().map { String(decoding: $0, as: UTF8.self) } ?? ""
        for piece in pieces {
            guard let end = piece.firstIndex(of: UInt8(ascii: ";")) else { return nil }
            guard let character = character(String(decoding: piece[..<end], as: UTF8.self)) else {
                return nil
            }
            text += character + String(decoding: piece[(end + 1)...], as: UTF8.self)
        }
        return text
    }

    private static func character(_ reference: String) -> String? {
        guard reference.first == "#" else { return entities[reference] }
        let digits = reference.dropFirst()
        let isHexadecimal = digits.first == "x"
        let number = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
        return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}
