/// Reads the booleans of which VP8's headers and modes consist (RFC 6386 section 7.3).
struct VP8BooleanDecoder {
    private let bytes: ByteView
    private var offset = 0
    /// What is left of the interval, as the top byte; below it bits that were read and not used.
    private var value = 0
    private var range = 255
    /// Bits of `value` below its top byte.
    private var spareBitCount = -8

    /// A decoder of the partition in `bytes`.
    init(_ bytes: ByteView) {
        self.bytes = bytes
    }

    /// Whether a boolean is true that is false with a probability of `probability` / 256; nil at the end of the bytes.
    mutating func boolean(_ probability: Int = 128) -> Bool? {
        while spareBitCount < 0 {
            guard let byte = bytes.byte(offset) else { return nil }
            value = value << 8 | Int(byte)
            spareBitCount += 8
            offset += 1
        }
        let split = 1 + ((range - 1) * probability) >> 8
        let isTrue = value >= split << spareBitCount
        if isTrue {
            range -= split
            value -= split << spareBitCount
        } else {
            range = split
        }
        // The interval is at least a half of what it can be.
        while range < 128 {
            range <<= 1
            spareBitCount -= 1
        }
        return isTrue
    }

    /// A number of `bitCount` bits, the highest first.
    mutating func number(_ bitCount: Int) -> Int? {
        var number = 0
        for _ in 0..<bitCount {
            guard let bit = boolean() else { return nil }
            number = number << 1 | (bit ? 1 : 0)
        }
        return number
    }

    /// A number of `bitCount` bits and its sign behind it; 0 where a flag says that there is none.
    mutating func optionalSignedNumber(_ bitCount: Int) -> Int? {
        guard let isThere = boolean() else { return nil }
        guard isThere else { return 0 }
        guard let number = number(bitCount), let isNegative = boolean() else { return nil }
        return isNegative ? -number : number
    }
}
