/// A `Range` header with one range of bytes (RFC 9110, 14.1.2).
struct ByteRange: Sendable, Hashable {
    private enum Bounds: Hashable {
        case from(Int)
        case between(Int, Int)
        case last(Int)
    }

    /// The header as it was sent.
    let text: String
    private let bounds: Bounds

    /// Reads the header; nil for several ranges, other units and what is malformed, which S3 ignores.
    init?(_ header: String) {
        text = header
        guard header.hasPrefix("bytes=") else { return nil }
        let parts = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let numbers = parts.map { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
        switch (numbers[0], numbers[1]) {
        case (let first?, let last?) where first <= last: bounds = .between(first, last)
        case (let first?, nil) where parts[1].isEmpty: bounds = .from(first)
        case (nil, let count?) where parts[0].isEmpty: bounds = .last(count)
        default: return nil
        }
    }

    /// The range within that many bytes; nil where none of them is in it.
    func resolved(byteCount: Int) -> Range<Int>? {
        let range =
            switch bounds {
            case .from(let first): min(first, byteCount)..<byteCount
            case .between(let first, let last):
                min(first, byteCount)..<min(last, byteCount - 1).advanced(by: 1)
            case .last(let count): max(0, byteCount - count)..<byteCount
            }
        return range.isEmpty ? nil : range
    }
}
