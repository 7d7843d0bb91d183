/// Reads expressions by their grammar (Amazon DynamoDB Developer Guide, "Condition and filter expressions").
///
/// It knows the order of words only; what names and values mean is the resolvers' matter.
struct ExpressionParser {
    /// Whether a group was found whose only content is another group.
    var hasRedundantParentheses = false
    private let text: [UInt8]
    private let tokens: [ExpressionToken]
    private var position = 0

    /// A parser of that text; throws for an empty or too long one.
    init(_ text: String) throws(ExpressionError) {
        guard text.utf8.count <= 4096 else {
            throw ExpressionError("Expression size has exceeded the maximum allowed size;")
        }
        self.text = Array(text.utf8)
        tokens = ExpressionLexer.tokens(of: text)
        guard tokens.count > 1 else { throw ExpressionError("The expression can not be empty;") }
    }

    /// The word that comes next.
    var next: ExpressionToken { tokens[position] }

    /// Whether the word that comes next is that symbol.
    func isAt(_ symbol: String) -> Bool { next.kind == .symbol && next.text == symbol }

    /// Whether the word that comes next is that keyword, in any case.
    func isAt(keyword: String) -> Bool { next.kind == .name && next.text.uppercased() == keyword }

    /// Whether the word after the next one is that symbol.
    func isSecond(_ symbol: String) -> Bool {
        position + 1 < tokens.count && tokens[position + 1].kind == .symbol
            && tokens[position + 1].text == symbol
    }

    /// Steps over the next word and answers it.
    @discardableResult
    mutating func take() -> ExpressionToken {
        defer { position = min(position + 1, tokens.count - 1) }
        return next
    }

    /// Steps over that symbol if it comes next.
    mutating func skip(_ symbol: String) -> Bool {
        guard isAt(symbol) else { return false }
        take()
        return true
    }

    /// Steps over that keyword if it comes next.
    mutating func skip(keyword: String) -> Bool {
        guard isAt(keyword: keyword) else { return false }
        take()
        return true
    }

    /// Steps over that symbol; throws where another word comes next.
    mutating func expect(_ symbol: String) throws(ExpressionError) {
        guard skip(symbol) else { throw unexpected }
    }

    /// Throws unless everything has been read.
    func expectEnd() throws(ExpressionError) {
        guard next.kind == .end else { throw unexpected }
    }

    /// The complaint about the next word: it and its two neighbours as they were written.
    var unexpected: ExpressionError {
        let first = tokens[max(position - 1, 0)].range.lowerBound
        let last = tokens[min(position + 1, tokens.count - 1)].range.upperBound
        let near = String(decoding: text[first..<max(first, last)], as: UTF8.self)
        return .syntax(token: next.text, near: near.trimmingTrailingSpaces)
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
