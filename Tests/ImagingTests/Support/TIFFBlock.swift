/// Builds EXIF blocks, right and wrong ones.
struct TIFFBlock {
    /// A value of a directory entry.
    enum Value {
        case short(Int)
        case long(Int)
        case text(String)
        case rationals([(Int, Int)])
        case signedRationals([(Int, Int)])
        case signedLong(Int)
        case byte(Int)
        case directory([(tag: Int, value: Value)])
        /// Any type, count and bytes.
        case raw(type: Int, count: Int, [UInt8])
    }

    let isBigEndian: Bool
    private var data: [UInt8] = []

    /// The block of a main directory with the given entries, in the given order.
    static func make(bigEndian: Bool = true, _ entries: [(tag: Int, value: Value)]) -> [UInt8] {
        var block = TIFFBlock(isBigEndian: bigEndian)
        let header = Array((bigEndian ? "MM\0*" : "II*\0").utf8)
        block.data = header + block.number(8, 4)
        block.append(entries)
        return block.data
    }

    private init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    private mutating func append(_ entries: [(tag: Int, value: Value)]) {
        let start = data.count
        data += number(entries.count, 2) + [UInt8](repeating: 0, count: 12 * entries.count + 4)
        for (index, entry) in entries.enumerated() {
            let (type, count, bytes) = encoded(entry.value)
            var field = number(entry.tag, 2) + number(type, 2) + number(count, 4)
            if bytes.count <= 4 {
                field += bytes + [UInt8](repeating: 0, count: 4 - bytes.count)
            } else {
                field += number(data.count, 4)
                data += bytes
            }
            data.replaceSubrange(start + 2 + 12 * index..<start + 14 + 12 * index, with: field)
        }
    }

    private mutating func encoded(_ value: Value) -> (type: Int, count: Int, bytes: [UInt8]) {
        switch value {
        case .short(let value): return (3, 1, number(value, 2))
        case .long(let value): return (4, 1, number(value, 4))
        case .byte(let value): return (1, 1, [UInt8(value)])
        case .text(let text): return (2, text.utf8.count + 1, Array(text.utf8) + [0])
        case .rationals(let values):
            return (5, values.count, values.flatMap { number($0.0, 4) + number($0.1, 4) })
        case .signedRationals(let values):
            return (10, values.count, values.flatMap { number($0.0, 4) + number($0.1, 4) })
        case .signedLong(let value): return (9, 1, number(value, 4))
        case .raw(let type, let count, let bytes): return (type, count, bytes)
        case .directory(let entries):
            let offset = data.count
            append(entries)
            return (4, 1, number(offset, 4))
        }
    }

    private func number(_ value: Int, _ byteCount: Int) -> [UInt8] {
        let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        return isBigEndian ? bytes.reversed() : bytes
    }
}
