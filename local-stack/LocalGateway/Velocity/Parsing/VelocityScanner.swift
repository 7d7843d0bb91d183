/// A place in the characters of a template.
struct VelocityScanner {
    private let scalars: [UnicodeScalar]
    private(set) var offset = 0
    /// The line of the place, from 1.
    private(set) var line: Int

    init(_ text: String, firstLine: Int = 1) {
        scalars = Array(text.unicodeScalars)
        line = firstLine
    }

    /// The character at the place; nil at the end.
    var next: UnicodeScalar? { peek(0) }

    /// A character further on.
    func peek(_ distance: Int) -> UnicodeScalar? {
        offset + distance < scalars.count ? scalars[offset + distance] : nil
    }

    /// Whether the given characters follow.
    func sees(_ text: String) -> Bool {
        var distance = 0
        for scalar in text.unicodeScalars {
            guard peek(distance) == scalar else { return false }
            distance += 1
        }
        return true
    }

    /// Goes on.
    mutating func advance(_ count: Int = 1) {
        for _ in 0..<count {
            if next == "\n" { line += 1 }
            offset += 1
        }
    }

    /// Goes over the given characters if they follow.
    mutating func take(_ text: String) -> Bool {
        guard sees(text) else { return false }
        advance(text.unicodeScalars.count)
        return true
    }

    /// Goes on while the condition holds, and returns the characters passed.
    mutating func takeWhile(_ condition: (UnicodeScalar) -> Bool) -> String {
        let start = offset
        while let next, condition(next) { advance() }
        return text(from: start)
    }

    /// The characters from an earlier place to this one.
    func text(from start: Int) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<min(offset, scalars.count)])
        return String(text)
    }

    /// Goes over white space of any kind.
    mutating func skipSpace() {
        _ = takeWhile(\.properties.isWhitespace)
    }

    /// Goes over blanks up to and including the line's end, if nothing else stands there.
    mutating func skipLineEnd() {
        var ahead = self
        _ = ahead.takeWhile { $0 == " " || $0 == "\t" }
        if ahead.take("\r\n") || ahead.take("\n") || ahead.take("\r") { self = ahead }
    }

    /// An identifier: letters, digits, `-` and `_`, beginning with a letter or `_`; empty if there is none.
    mutating func identifier() -> String {
        guard let next, next.isLetter || next == "_" else { return "" }
        return takeWhile { $0.isLetter || ("0"..."9").contains($0) || $0 == "-" || $0 == "_" }
    }

    /// An error about this place.
    func error(_ reason: String) -> VelocityError { VelocityError(line: line, reason: reason) }
}

extension UnicodeScalar {
    fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
