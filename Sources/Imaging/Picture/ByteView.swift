/// A window onto bytes from outside: every read is checked and answers nil past the end.
struct ByteView {
    private let bytes: [UInt8]
    /// The window, in offsets of the whole array.
    let range: Range<Int>

    /// All of `bytes`.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        range = bytes.indices
    }

    private init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
    }

    /// Bytes in the window.
    var count: Int {
        range.count
    }

    /// A copy of the window's bytes.
    var array: [UInt8] {
        Array(bytes[range])
    }

    /// The window's bytes, not copied.
    var slice: ArraySlice<UInt8> {
        bytes[range]
    }

    /// The byte at `offset`.
    func byte(_ offset: Int) -> UInt8? {
        contains(offset, 1) ? bytes[range.lowerBound + offset] : nil
    }

    /// The part of `count` bytes at `offset`; nil unless all of it lies inside.
    func part(_ offset: Int, _ count: Int) -> ByteView? {
        guard contains(offset, count) else { return nil }
        let start = range.lowerBound + offset
        return ByteView(bytes, start..<start + count)
    }

    /// What follows the first `count` bytes; empty where there are fewer.
    func dropping(_ count: Int) -> ByteView {
        let start = min(range.upperBound, range.lowerBound + max(0, count))
        return ByteView(bytes, start..<range.upperBound)
    }

    /// Whether the window begins with `prefix`.
    func starts(with prefix: some Sequence<UInt8>) -> Bool {
        bytes[range].starts(with: prefix)
    }

    /// Whether the window begins with the UTF-8 bytes of `prefix`.
    func starts(with prefix: String) -> Bool {
        bytes[range].starts(with: prefix.utf8)
    }

    /// The unsigned number of `byteCount` (at most 4) bytes at `offset`.
    func number(_ offset: Int, byteCount: Int, bigEndian: Bool) -> Int? {
        guard contains(offset, byteCount) else { return nil }
        let start = range.lowerBound + offset
        return (0..<byteCount).reduce(0) { value, index in
            let position = bigEndian ? index : byteCount - 1 - index
            return value << 8 | Int(bytes[start + position])
        }
    }

    private func contains(_ offset: Int, _ size: Int) -> Bool {
        offset >= 0 && size >= 0 && offset <= count && size <= count - offset
    }
}
