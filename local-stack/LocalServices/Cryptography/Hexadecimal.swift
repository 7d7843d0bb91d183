extension Collection<UInt8> {
    /// The bytes as small hexadecimal digits.
    package var hexadecimal: String {
        var text: [UInt8] = []
        text.reserveCapacity(count * 2)
        let digits = Array("0123456789abcdef".utf8)
        for byte in self { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
