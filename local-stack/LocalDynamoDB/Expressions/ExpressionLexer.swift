/// Splits an expression into its words.
struct ExpressionLexer {
    private let bytes: [UInt8]
    private var position = 0

    private init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// All words of the text; the last one is the end.
    static func tokens(of text: String) -> [ExpressionToken] {
        var lexer = ExpressionLexer(text)
        var tokens: [ExpressionToken] = []
        while let token = lexer.next() { tokens.append(token) }
        let end = lexer.bytes.count
        tokens.append(ExpressionToken(kind: .end, text: "<EOF>", range: end..<end))
        return tokens
    }

    private mutating func next() -> ExpressionToken? {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "#"): return placeholder(.namePlaceholder)
        case UInt8(ascii: ":"): return placeholder(.valuePlaceholder)
        case let byte where Self.isDigit(byte): return token(.number, while: Self.isDigit)
        case let byte where Self.isWordPart(byte): return token(.name, while: Self.isWordPart)
        default: return symbol()
        }
    }

    /// A placeholder's first character and the word after it; that character alone is no placeholder.
    private mutating func placeholder(_ kind: ExpressionToken.Kind) -> ExpressionToken {
        let start = position
        position += 1
        while position < bytes.count, Self.isWordPart(bytes[position]) { position += 1 }
        return token(position == start + 1 ? .unknown : kind, from: start)
    }

    private mutating func token(
        _ kind: ExpressionToken.Kind,
        while isPart: (UInt8) -> Bool
    ) -> ExpressionToken {
        let start = position
        while position < bytes.count, isPart(bytes[position]) { position += 1 }
        return token(kind, from: start)
    }

    private mutating func symbol() -> ExpressionToken {
        let start = position
        let first = bytes[position]
        position += 1
        if position < bytes.count, Self.longSymbols.contains([first, bytes[position]]) { position += 1 }
        if first >= 0x80 {
            // A character outside ASCII is one word, however many bytes it has.
            while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
        }
        return token(Self.symbols.contains(first) ? .symbol : .unknown, from: start)
    }

    private func token(_ kind: ExpressionToken.Kind, from start: Int) -> ExpressionToken {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        return ExpressionToken(kind: kind, text: text, range: start..<position)
    }

    private static let symbols = Set("=<>+-,.()[]".utf8)
    private static let longSymbols: [[UInt8]] = ["<>", "<=", ">="].map { Array($0.utf8) }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
    }
}
