/// Reads an event stream as it arrives, in pieces of any length (HTML Standard, 9.2.5 and 9.2.6).
///
/// Lines end in CR, LF or CRLF; a byte order mark at the start is skipped; an event that no blank line ended is dropped.
struct ServerSentEventParser {
    /// The id to continue after, as it is sent in `Last-Event-ID`; empty if the stream never said one.
    private(set) var lastEventID: String
    /// How long to wait before connecting again, in milliseconds, if the stream said so.
    private(set) var retryMilliseconds: Int?
    private var line: [UInt8] = []
    private var lineNumber = 0
    private var followsCarriageReturn = false
    private var pendingID: String
    private var type = ""
    private var data: [String] = []

    /// A line that is longer is cut: no event of a request is as long.
    private static let maximumLineLength = 8 << 20

    /// A parser at the start of a stream that continues after `lastEventID`.
    init(lastEventID: String = "") {
        self.lastEventID = lastEventID
        pendingID = lastEventID
    }

    /// Takes the next bytes and answers the events that they complete.
    mutating func consume(_ bytes: some Sequence<UInt8>) -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        for byte in bytes {
            if isLineEnd(byte), let event = endLine() { events.append(event) }
        }
        return events
    }

    /// Keeps a byte of the line, or says that the line has ended.
    private mutating func isLineEnd(_ byte: UInt8) -> Bool {
        defer { followsCarriageReturn = byte == UInt8(ascii: "\r") }
        switch byte {
        case UInt8(ascii: "\r"): return true
        case UInt8(ascii: "\n"): return !followsCarriageReturn
        default:
            if line.count < Self.maximumLineLength { line.append(byte) }
            return false
        }
    }

    private mutating func endLine() -> ServerSentEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        let isFirst = lineNumber == 0
        lineNumber += 1
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = isFirst && line.starts(with: mark) ? line.dropFirst(mark.count) : line[...]
        if content.isEmpty { return dispatch() }
        take(content)
        return nil
    }

    /// Takes a field; a line that starts with a colon is a comment, and one without a colon a field without a value.
    private mutating func take(_ content: ArraySlice<UInt8>) {
        let colon = content.firstIndex(of: UInt8(ascii: ":"))
        var value = colon.map { content[($0 + 1)...] } ?? []
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        let name = content[..<(colon ?? content.endIndex)]
        set(String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
    }

    private mutating func set(_ name: String, _ value: String) {
        switch name {
        case "event": type = value
        case "data": data.append(value)
        case "id" where !value.utf8.contains(0): pendingID = value
        case "retry" where !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) }:
            retryMilliseconds = Int(value) ?? retryMilliseconds
        default: break
        }
    }

    private mutating func dispatch() -> ServerSentEvent? {
        lastEventID = pendingID
        defer { (type, data) = ("", []) }
        guard !data.isEmpty else { return nil }
        return ServerSentEvent(
            id: lastEventID,
            type: type.isEmpty ? "message" : type,
            data: data.joined(separator: "\n")
        )
    }
}

extension ServerSentEventParser {
    /// A parser for the connection that continues this stream; half an event is forgotten.
    var reopened: ServerSentEventParser {
        var parser = ServerSentEventParser(lastEventID: lastEventID)
        parser.retryMilliseconds = retryMilliseconds
        return parser
    }
}
