/// Cuts a stream of bytes into lines.
struct LineSplitter {
    /// A longer line is cut, as CloudWatch Logs cuts its events.
    static let maximumByteCount = 256 * 1_024

    private var rest: [UInt8] = []

    /// Takes the next bytes and answers the lines that they complete, without their ends (`\n` or `\r\n`).
    mutating func append(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                lines.append(takeLine())
            } else {
                rest.append(byte)
                if rest.count == Self.maximumByteCount { lines.append(takeLine()) }
            }
        }
        return lines
    }

    /// The bytes after the last end of a line; nil where there are none.
    mutating func finish() -> [UInt8]? {
        rest.isEmpty ? nil : takeLine()
    }

    private mutating func takeLine() -> [UInt8] {
        defer { rest.removeAll(keepingCapacity: true) }
        return rest.last == UInt8(ascii: "\r") ? Array(rest.dropLast()) : rest
    }
}
