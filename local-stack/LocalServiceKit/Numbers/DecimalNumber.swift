/// A number as DynamoDB keeps it and attributes of messages have it: decimal, up to 38 significant digits, exact.
///
/// The value is `coefficient` × 10^`exponent`; the coefficient has no trailing zeros and zero has one form only, so that
/// equal numbers are equal values (`1.0` is `1`).
package struct DecimalNumber: Sendable, Hashable {
    /// Whether the number is below zero.
    package let isNegative: Bool
    /// The significant digits, below 10^38.
    package let coefficient: UInt128
    /// The power of ten of the last significant digit.
    let exponent: Int

    /// How many significant digits a number may have.
    static let maximumDigits = 38
    /// The powers of ten that the first significant digit may have.
    package static let magnitudes = -130...125

    /// Zero.
    static let zero = DecimalNumber(isNegative: false, coefficient: 0, exponent: 0)

    private init(isNegative: Bool, coefficient: UInt128, exponent: Int) {
        self.isNegative = isNegative
        self.coefficient = coefficient
        self.exponent = exponent
    }

    /// The number of those parts in its one form; throws where it has too many digits or is out of range.
    init(
        isNegative: Bool,
        normalizing coefficient: UInt128,
        exponent: Int
    ) throws(NumberError) {
        guard coefficient != 0 else {
            self = .zero
            return
        }
        let trimmed = coefficient.withoutTrailingZeros
        let digits = trimmed.value.decimalDigitCount
        guard digits <= Self.maximumDigits else { throw .tooManyDigits }
        let (scaled, isOverflowing) = exponent.addingReportingOverflow(trimmed.zeros)
        let magnitude = isOverflowing ? Int.max : scaled.addingReportingOverflow(digits - 1).partialValue
        guard magnitude <= Self.magnitudes.upperBound else { throw .overflow }
        guard magnitude >= Self.magnitudes.lowerBound else { throw .underflow }
        self.init(isNegative: isNegative, coefficient: trimmed.value, exponent: scaled)
    }

    /// A whole number.
    package init(_ value: Int) {
        let trimmed = UInt128(value.magnitude).withoutTrailingZeros
        self.init(
            isNegative: value < 0,
            coefficient: trimmed.value,
            exponent: value == 0 ? 0 : trimmed.zeros
        )
    }

    /// The power of ten of the first significant digit.
    package var magnitude: Int { exponent + coefficient.decimalDigitCount - 1 }

    /// The number of significant digits; 1 for zero.
    package var digitCount: Int { coefficient.decimalDigitCount }

    /// The same distance from zero on the other side.
    var negated: DecimalNumber {
        coefficient == 0
            ? self : DecimalNumber(isNegative: !isNegative, coefficient: coefficient, exponent: exponent)
    }
}

/// Why a text or a result is not such a number.
package enum NumberError: Error, Hashable {
    /// The text is no number at all.
    case notANumber(String)
    /// More than 38 significant digits.
    case tooManyDigits
    /// 1E+126 or more.
    case overflow
    /// Below 1E-130, and not zero.
    case underflow
}

extension UInt128 {
    /// The number of decimal digits; 1 for zero.
    var decimalDigitCount: Int {
        var count = 1
        var rest = self / 10
        while rest > 0 {
            count += 1
            rest /= 10
        }
        return count
    }

    /// The value without its trailing decimal zeros, and how many there were.
    fileprivate var withoutTrailingZeros: (value: UInt128, zeros: Int) {
        var value = self
        var zeros = 0
        while value != 0, value % 10 == 0 {
            value /= 10
            zeros += 1
        }
        return (value, zeros)
    }
}
