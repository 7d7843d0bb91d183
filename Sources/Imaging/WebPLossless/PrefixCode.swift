/// A prefix code: frequent symbols get fewer bits (Huffman, "A Method for the Construction of Minimum-Redundancy Codes",
/// 1952), in the canonical order of RFC 1951, section 3.2.2.
struct PrefixCode {
    /// Bits of each symbol's code; 0 for symbols that do not occur.
    let lengths: [Int]
    /// Each symbol as it is written: its code, the first bit lowest, and above 16 bits the number of bits.
    let words: [UInt32]

    /// The code of symbols that occur `counts` times, none longer than `maximumLength` bits.
    init(_ counts: [Int], maximumLength: Int) {
        lengths = Self.lengths(counts, maximumLength)
        words = Self.words(lengths)
    }

    /// The symbols that occur.
    var symbols: [Int] { lengths.indices.filter { lengths[$0] > 0 } }

    /// Bits that `counts` symbols take.
    func bitCount(_ counts: [Int]) -> Int {
        zip(words, counts).reduce(0) { $0 + Int($1.0 >> 16) * $1.1 }
    }

    /// Counts are raised to a floor, which evens the tree out, until it is flat enough.
    private static func lengths(_ counts: [Int], _ maximum: Int) -> [Int] {
        let used = counts.indices.filter { counts[$0] > 0 }
        var lengths = [Int](repeating: 0, count: counts.count)
        guard used.count > 1 else {
            for symbol in used { lengths[symbol] = 1 }
            return lengths
        }
        var floor = 1
        while true {
            let depths = depths(used.map { max(counts[$0], floor) })
            if depths.allSatisfy({ $0 <= maximum }) {
                for (symbol, depth) in zip(used, depths) { lengths[symbol] = depth }
                return lengths
            }
            floor *= 2
        }
    }

    /// The depths of the leaves of a Huffman tree, by two queues: leaves by weight, and nodes as they are made.
    private static func depths(_ weights: [Int]) -> [Int] {
        let leaves = weights.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }
        var values = leaves.map { weights[$0] }
        var parents = [Int](repeating: 0, count: 2 * leaves.count - 1)
        var (leaf, node) = (0, leaves.count)
        for new in leaves.count..<parents.count {
            var sum = 0
            for _ in 0..<2 {
                let takesLeaf = leaf < leaves.count && (node >= values.count || values[leaf] <= values[node])
                let child = takesLeaf ? leaf : node
                if takesLeaf { leaf += 1 } else { node += 1 }
                parents[child] = new
                sum += values[child]
            }
            values.append(sum)
        }
        var depths = [Int](repeating: 0, count: parents.count)
        for child in (0..<parents.count - 1).reversed() { depths[child] = depths[parents[child]] + 1 }
        var result = weights
        for (position, symbol) in leaves.enumerated() { result[symbol] = depths[position] }
        return result
    }

    /// A code of one symbol has no bits: nothing is left to say.
    private static func words(_ lengths: [Int]) -> [UInt32] {
        var words = [UInt32](repeating: 0, count: lengths.count)
        guard lengths.count(where: { $0 > 0 }) > 1 else { return words }
        var code: UInt32 = 0
        for length in 1...15 {
            for symbol in lengths.indices where lengths[symbol] == length {
                words[symbol] = UInt32(length) << 16 | reversed(code, length)
                code += 1
            }
            code <<= 1
        }
        return words
    }

    private static func reversed(_ code: UInt32, _ length: Int) -> UInt32 {
        (0..<UInt32(length)).reduce(0) { $0 | (code >> $1 & 1) << (UInt32(length) - 1 - $1) }
    }
}
