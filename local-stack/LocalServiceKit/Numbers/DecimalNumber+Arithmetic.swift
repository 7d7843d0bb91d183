extension DecimalNumber {
    /// The exact sum; throws where it does not fit into 38 digits or the range.
    package func adding(_ other: DecimalNumber) throws(NumberError) -> DecimalNumber {
        if coefficient == 0 { return other }
        if other.coefficient == 0 { return self }
        let exponent = min(self.exponent, other.exponent)
        let left = try scaledCoefficient(to: exponent)
        let right = try other.scaledCoefficient(to: exponent)
        guard isNegative != other.isNegative else {
            let (sum, isOverflowing) = left.addingReportingOverflow(right)
            guard !isOverflowing else { throw .tooManyDigits }
            return try DecimalNumber(isNegative: isNegative, normalizing: sum, exponent: exponent)
        }
        return try DecimalNumber(
            isNegative: left >= right ? isNegative : other.isNegative,
            normalizing: left >= right ? left - right : right - left,
            exponent: exponent
        )
    }

    /// The exact difference; throws where it does not fit into 38 digits or the range.
    package func subtracting(_ other: DecimalNumber) throws(NumberError) -> DecimalNumber {
        try adding(other.negated)
    }

    /// The coefficient in units of 10^`exponent`.
    ///
    /// Where that does not fit into 128 bits the other operand, which has 38 digits at most and ends in the place of
    /// `exponent`, cannot bring the result back to 38 digits.
    private func scaledCoefficient(to exponent: Int) throws(NumberError) -> UInt128 {
        var value = coefficient
        for _ in 0..<(self.exponent - exponent) {
            let (product, isOverflowing) = value.multipliedReportingOverflow(by: 10)
            guard !isOverflowing else { throw .tooManyDigits }
            value = product
        }
        return value
    }
}

extension DecimalNumber: Comparable {
    /// Whether the left number is the smaller one.
    package static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? left.isFarther(than: right) : right.isFarther(than: left)
    }

    /// Whether this number's distance from zero is the greater one.
    private func isFarther(than other: DecimalNumber) -> Bool {
        if coefficient == 0 || other.coefficient == 0 { return coefficient > other.coefficient }
        if magnitude != other.magnitude { return magnitude > other.magnitude }
        // Same place of the first digit: compare the digits, filled up to the same count.
        let (left, right) = (aligned, other.aligned)
        return left > right
    }

    /// The coefficient filled with zeros to 38 digits.
    private var aligned: UInt128 {
        var value = coefficient
        for _ in digitCount..<Self.maximumDigits { value *= 10 }
        return value
    }
}
