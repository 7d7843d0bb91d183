/// Powers and logarithms worked out with nothing but the basic operations of IEEE 754, which give the same bits on every
/// machine; a library's need not.
enum PortableMath {
    private static let logarithmOfTwo = 0.693_147_180_559_945_3

    /// `base` to the power of `exponent`, for a base of 0…1 and a positive exponent.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        base <= 0 ? 0 : exponential(exponent * logarithm(base))
    }

    /// e to the power of `x`, for `x` of at most 0.
    static func exponential(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        let halvings = (x / logarithmOfTwo).rounded()
        let rest = x - halvings * logarithmOfTwo
        var (term, sum) = (1.0, 1.0)
        for order in 1...18 {
            term *= rest / Double(order)
            sum += term
        }
        return sum * Double(sign: .plus, exponent: Int(halvings), significand: 1)
    }

    /// The natural logarithm of a positive number, by whole powers of two and the series of the rest.
    static func logarithm(_ x: Double) -> Double {
        let ratio = (x.significand - 1) / (x.significand + 1)
        var (term, sum) = (ratio, 0.0)
        for order in stride(from: 1, through: 41, by: 2) {
            sum += term / Double(order)
            term *= ratio * ratio
        }
        return 2 * sum + Double(x.exponent) * logarithmOfTwo
    }
}
