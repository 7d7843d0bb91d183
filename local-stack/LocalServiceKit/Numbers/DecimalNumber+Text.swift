extension DecimalNumber {
    /// Reads a decimal text such as `-12.50`, `+.5`, `1e3`; digits are counted without leading and trailing zeros.
    package init(parsing text: String) throws(NumberError) {
        var reader = DecimalReader(bytes: Array(text.utf8)[...])
        guard let parts = reader.read() else { throw .notANumber(text) }
        guard !parts.hasTooManyDigits else { throw .tooManyDigits }
        self = try DecimalNumber(
            isNegative: parts.isNegative,
            normalizing: parts.coefficient,
            exponent: parts.exponent
        )
    }

    /// The plain decimal text, never with an exponent, as DynamoDB answers numbers.
    package var text: String {
        let digits = String(coefficient)
        let sign = isNegative ? "-" : ""
        if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
        let pointIndex = digits.count + exponent
        if pointIndex > 0 { return sign + digits.prefix(pointIndex) + "." + digits.dropFirst(pointIndex) }
        return sign + "0." + String(repeating: "0", count: -pointIndex) + digits
    }
}

/// Takes the text of a number apart, byte by byte.
private struct DecimalReader {
    /// What the text says, before it is known whether it fits.
    struct Parts {
        var isNegative = false
        var coefficient: UInt128 = 0
        var exponent = 0
        var hasTooManyDigits = false
        /// Zeros seen after the last other digit, which count only if another digit follows.
        var pendingZeros = 0
        var digitCount = 0
    }

    var bytes: ArraySlice<UInt8>
    private var parts = Parts()

    init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    /// The parts of the text; nil where it is no number.
    mutating func read() -> Parts? {
        parts.isNegative = takeSign()
        let whole = takeDigits(isFraction: false)
        var fraction = 0
        if bytes.first == UInt8(ascii: ".") {
            bytes = bytes.dropFirst()
            fraction = takeDigits(isFraction: true)
        }
        guard whole + fraction > 0 else { return nil }
        if let letter = bytes.first, letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") {
            bytes = bytes.dropFirst()
            guard takeExponent() else { return nil }
        }
        guard bytes.isEmpty else { return nil }
        parts.exponent += parts.pendingZeros
        return parts
    }

    private mutating func takeSign() -> Bool {
        guard let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else {
            return false
        }
        bytes = bytes.dropFirst()
        return first == UInt8(ascii: "-")
    }

    private mutating func takeDigits(isFraction: Bool) -> Int {
        var count = 0
        while let digit = bytes.first.flatMap(Self.digit) {
            bytes = bytes.dropFirst()
            count += 1
            if isFraction { parts.exponent -= 1 }
            append(digit)
        }
        return count
    }

    private mutating func append(_ digit: UInt8) {
        if digit == 0 {
            if parts.coefficient != 0 { parts.pendingZeros += 1 }
            return
        }
        parts.digitCount += parts.pendingZeros + 1
        guard parts.digitCount <= DecimalNumber.maximumDigits else {
            parts.hasTooManyDigits = true
            return
        }
        for _ in 0..<parts.pendingZeros { parts.coefficient *= 10 }
        parts.pendingZeros = 0
        parts.coefficient = parts.coefficient * 10 + UInt128(digit)
    }

    private mutating func takeExponent() -> Bool {
        let isNegative = takeSign()
        var value = 0
        var count = 0
        while let digit = bytes.first.flatMap(Self.digit) {
            bytes = bytes.dropFirst()
            count += 1
            // Anything beyond is out of range anyway; the bound keeps the sum from overflowing.
            value = min(value * 10 + Int(digit), 1_000_000)
        }
        parts.exponent += isNegative ? -value : value
        return count > 0
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        let value = byte &- UInt8(ascii: "0")
        return value < 10 ? value : nil
    }
}
