/// Each channel as a sum of the three and a constant, in fixed point.
struct ColorMatrix: Hashable {
    /// Fractional bits of the weights.
    static let precision = 14
    private static let one = Int32(1) << precision
    /// Weights of red, green and blue in the light of a pixel; their sum is exactly one (ITU-R BT.601).
    private static let light: SIMD4<Int32> = [4_899, 9_617, 1_868, 0]

    /// For each channel the weights of red, green and blue, and a constant, which is in levels between passes.
    let rows: [SIMD4<Int32>]

    /// The colours' distance from grey of the same light times `factor`.
    static func saturation(_ factor: Double) -> ColorMatrix {
        ColorMatrix(
            rows: (0..<3).map { channel in
                var row = SIMD4<Int32>()
                for other in 0..<3 {
                    row[other] = Int32((Double(light[other]) * (1 - factor)).rounded())
                }
                // What is left to one keeps grey exactly grey.
                row[channel] += one - row.wrappedSum()
                return row
            }
        )
    }

    /// The tone of old photographs, mixed in by `amount` (W3C Filter Effects, clause 9.5).
    static func sepia(_ amount: Double) -> ColorMatrix {
        let tone: [[Double]] = [[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]]
        return ColorMatrix(
            rows: tone.enumerated().map { channel, weights in
                var row = SIMD4<Int32>()
                for other in 0..<3 {
                    let own = other == channel ? 1 - amount : 0
                    row[other] = Int32(((weights[other] * amount + own) * Double(one)).rounded())
                }
                return row
            }
        )
    }

    /// A mix with `amount` of a colour, the less the more transparent it is.
    static func mix(_ color: Color, _ amount: Double) -> ColorMatrix {
        let share = Int32((amount * Double(color.alpha) / 255 * Double(one)).rounded())
        return ColorMatrix(
            rows: [color.red, color.green, color.blue].enumerated().map { channel, level in
                var row = SIMD4<Int32>()
                row[channel] = one - share
                row.w = (Int32(level) << Int32(ToneCurve.fractionBits)) * share
                return row
            }
        )
    }
}
