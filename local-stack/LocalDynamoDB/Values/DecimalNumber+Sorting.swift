import LocalServiceKit

extension DecimalNumber {
    /// Bytes whose order is the order of the numbers, so that an index on them is an index on the numbers.
    ///
    /// A class byte (below zero, zero, above zero), the magnitude, then two digits a byte. Below zero all bytes are
    /// inverted and closed by 0xFF, so that more digits sort first.
    var sortableBytes: [UInt8] {
        guard coefficient != 0 else { return [0x80] }
        let place = UInt16(magnitude - Self.magnitudes.lowerBound)
        var bytes = [UInt8(place >> 8), UInt8(place & 0xFF)]
        let digits = String(coefficient).utf8.map { $0 - UInt8(ascii: "0") }
        for index in stride(from: 0, to: digits.count, by: 2) {
            bytes.append(digits[index] * 10 + (index + 1 < digits.count ? digits[index + 1] : 0))
        }
        return isNegative ? [0x7F] + bytes.map { ~$0 } + [0xFF] : [0x81] + bytes
    }
}
