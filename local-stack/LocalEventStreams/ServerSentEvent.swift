import LocalStore

/// The lines of `text/event-stream` (WHATWG HTML, 9.2 "Server-sent events").
enum ServerSentEvent {
    /// Says nothing; a client ignores it, and a connection that is gone is noticed.
    static let comment = Array(":\n\n".utf8)

    /// How long a client waits before it connects again, in milliseconds.
    static func retry(after pause: Duration) -> [UInt8] {
        Array("retry: \(pause.wholeMilliseconds)\n\n".utf8)
    }

    /// An event; the client remembers the id, where there is one, as the last that it has seen.
    static func event(id: String? = nil, name: String, data: String) -> [UInt8] {
        var text = ""
        if let id { text += "id: \(id)\n" }
        text += "event: \(name.filter { !$0.isNewline })\n"
        for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd) {
            text += "data: \(line)\n"
        }
        return Array((text + "\n").utf8)
    }
}

extension Character {
    /// Whether a line of a stream ends here: LF, CR, or both; other separators of Unicode are part of the text.
    fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}
