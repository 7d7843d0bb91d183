extension PrefixCode {
    /// Writes the code's lengths (WebP Lossless Bitstream Specification, section 6.2).
    func write(to fields: inout BitFields) {
        let symbols = symbols
        if symbols.count <= 2, symbols.allSatisfy({ $0 < 256 }) {
            Self.writeSimple(symbols, to: &fields)
        } else {
            writeNormal(to: &fields)
        }
    }

    /// Writes the code of a single symbol, which takes no bits itself.
    static func write(only symbol: Int, to fields: inout BitFields) {
        writeSimple([symbol], to: &fields)
    }

    private static func writeSimple(_ symbols: [Int], to fields: inout BitFields) {
        let first = symbols.first ?? 0
        fields.add(1, 1)
        fields.add(max(symbols.count, 1) - 1, 1)
        fields.add(first > 1 ? 1 : 0, 1)
        fields.add(first, first > 1 ? 8 : 1)
        if symbols.count > 1 { fields.add(symbols[1], 8) }
    }

    private func writeNormal(to fields: inout BitFields) {
        let runs = LengthRun.runs(of: lengths)
        var counts = [Int](repeating: 0, count: LengthRun.order.count)
        for run in runs { counts[run.symbol] += 1 }
        let code = PrefixCode(counts, maximumLength: 7)
        let ordered = LengthRun.order.map { code.lengths[$0] }
        let count = max(4, (ordered.lastIndex { $0 > 0 } ?? 0) + 1)
        fields.add(0, 1)
        fields.add(count - 4, 4)
        for length in ordered[..<count] { fields.add(length, 3) }
        // All symbols have a length.
        fields.add(0, 1)
        for run in runs {
            let word = code.words[run.symbol]
            fields.add(Int(word & 0xFFFF), Int(word >> 16))
            fields.add(run.extra, run.extraCount)
        }
    }
}
