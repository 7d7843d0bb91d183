/// Reads status line and header fields from the lines that libcurl hands over, interim answers skipped.
struct ResponseHeadParser {
    /// The status of the section being read, or of the final one once `isComplete`.
    private(set) var status = 0
    /// The header fields of that section.
    private(set) var headers = HTTPHeaders()
    /// Whether the final section has ended; what follows are trailers, which are ignored.
    private(set) var isComplete = false
    private var byteCount = 0

    /// The most bytes in all header lines together.
    static let maximumByteCount = 128 * 1024

    /// Takes one line, with its line end.
    ///
    /// - Returns: Whether this line ended the final header section.
    mutating func consume(_ line: UnsafeRawBufferPointer) throws(HTTPError) -> Bool {
        byteCount += line.count
        guard byteCount <= Self.maximumByteCount else {
            throw HTTPError(.malformedResponse, "more than \(Self.maximumByteCount) bytes of header fields")
        }
        if isComplete { return false }
        let text = trimmed(line)
        if text.isEmpty { return endSection() }
        try add(text)
        return false
    }

    private mutating func endSection() -> Bool {
        isComplete = status == 101 || status >= 200
        return isComplete
    }

    private mutating func add(_ text: Slice<UnsafeRawBufferPointer>) throws(HTTPError) {
        if text.starts(with: "HTTP/".utf8) {
            try startSection(text)
        } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
            headers.add(
                String(decoding: text[..<colon], as: UTF8.self),
                String(
                    decoding: trimmed(UnsafeRawBufferPointer(rebasing: text[(colon + 1)...])),
                    as: UTF8.self
                )
            )
        }
    }

    private mutating func startSection(_ text: Slice<UnsafeRawBufferPointer>) throws(HTTPError) {
        let code = text.drop { $0 != UInt8(ascii: " ") }.dropFirst().prefix { $0 != UInt8(ascii: " ") }
        guard code.count == 3, let status = Int(String(decoding: code, as: UTF8.self)), status >= 100 else {
            throw HTTPError(
                .malformedResponse,
                "status line \(String(decoding: text.prefix(100), as: UTF8.self))"
            )
        }
        self.status = status
        headers = []
    }

    private func trimmed(_ bytes: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
        var slice = bytes[...]
        while let first = slice.first, first <= 0x20 { slice = slice.dropFirst() }
        while let last = slice.last, last <= 0x20 { slice = slice.dropLast() }
        return slice
    }
}
