/// The five prefix codes of a lossless WebP.
struct ResidualCodes {
    private let green: PrefixCode
    private let red: PrefixCode
    private let blue: PrefixCode
    private let alpha: PrefixCode
    private let distance: PrefixCode
    /// Bits that all pixels take.
    let bitCount: Int

    /// The codes of symbols that occur that often.
    init(_ counts: ResidualCounts) {
        var bitCount = counts.extraBitCount
        func code(_ counts: UnsafeMutableBufferPointer<Int>) -> PrefixCode {
            let code = PrefixCode(Array(counts), maximumLength: 15)
            bitCount += code.bitCount(Array(counts))
            return code
        }
        (green, red, blue) = (code(counts.green), code(counts.red), code(counts.blue))
        (alpha, distance) = (code(counts.alpha), code(counts.distance))
        self.bitCount = bitCount
    }

    /// Writes the codes themselves.
    func write(to fields: inout BitFields) {
        for code in [green, red, blue, alpha, distance] { code.write(to: &fields) }
    }

    /// Writes the pixels of a packed row.
    func write(_ packed: [UInt8], to writer: BitWriter) {
        packed.withUnsafeBufferPointer { packed in
            var place = 0
            while place < packed.count {
                let count = Int(packed[place + 1]) | Int(packed[place + 2]) << 8
                // The packer writes no other kinds.
                let kind = ResidualPacker.Kind(rawValue: packed[place]) ?? .predicted
                place += 3
                place += write(kind, count, UnsafeBufferPointer(rebasing: packed[place...]), to: writer)
            }
        }
    }

    /// Writes a stretch of pixels.
    ///
    /// - Returns: The bytes that it had.
    private func write(
        _ kind: ResidualPacker.Kind,
        _ count: Int,
        _ bytes: UnsafeBufferPointer<UInt8>,
        to writer: BitWriter
    ) -> Int {
        switch kind {
        case .predicted:
            writePredicted(count, to: writer)
            return 0
        case .colors:
            write(count, bytes, stride: 3, to: writer) { _ in 0 }
            return 3 * count
        case .all:
            write(count, bytes, stride: 4, to: writer) { Int(bytes[4 * $0 + 3]) }
            return 4 * count
        }
    }

    private func write(
        _ count: Int,
        _ bytes: UnsafeBufferPointer<UInt8>,
        stride: Int,
        to writer: BitWriter,
        alphaOf: (Int) -> Int
    ) {
        green.words.withUnsafeBufferPointer { green in
            red.words.withUnsafeBufferPointer { red in
                blue.words.withUnsafeBufferPointer { blue in
                    alpha.words.withUnsafeBufferPointer { alpha in
                        for pixel in 0..<count {
                            let place = stride &* pixel
                            writer.writeSymbols(green[Int(bytes[place])], red[Int(bytes[place &+ 1])])
                            writer.writeSymbols(blue[Int(bytes[place &+ 2])], alpha[alphaOf(pixel)])
                        }
                    }
                }
            }
        }
    }

    private func writePredicted(_ count: Int, to writer: BitWriter) {
        writer.writeSymbols(green.words[0], red.words[0])
        writer.writeSymbols(blue.words[0], alpha.words[0])
        RunLength.forEachPart(of: count - 1) { part in
            writer.writeSymbols(green.words[256 + part.symbol], 0)
            writer.write(UInt32(part.extra), part.extraCount)
            writer.writeSymbols(distance.words[ResidualCounts.leftDistance], 0)
        }
    }
}

extension BitWriter {
    /// Writes two symbols of prefix codes, as `PrefixCode.words` has them.
    @inline(__always)
    fileprivate func writeSymbols(_ first: UInt32, _ second: UInt32) {
        let count = first >> 16
        write(first & 0xFFFF | (second & 0xFFFF) &<< count, Int(count &+ second >> 16))
    }
}
