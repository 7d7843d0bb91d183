/// A change of colour that looks at one pixel at a time; opacity stays.
///
/// Amounts are shares: 0 changes nothing.
package enum ColorAdjustment: Hashable, Sendable {
    /// The light alone, by the weights of JPEG's Y (Rec. ITU-R BT.601).
    case grayscale
    /// The tone of old photographs, 0…1 (W3C Filter Effects, clause 9.5).
    case sepia(Double)
    /// A mix with a colour, 0…1.
    case tint(Color, Double)
    /// Levels times 1 + amount, -1…1.
    case brightness(Double)
    /// Distances from middle grey times 1 + amount, -1…1.
    case contrast(Double)
    /// Distances from the grey of equal light times 1 + amount, -1…1.
    case saturation(Double)
    /// The power of 1 / value over levels of 0…1.
    case gamma(Double)
    /// Levels counted from the other end.
    case negate
}

extension ColorAdjustment {
    /// How colours change.
    var pass: ColorPass {
        switch self {
        case .grayscale: .matrix(.saturation(0))
        case .sepia(let amount): .matrix(.sepia(amount))
        case .tint(let color, let amount): .matrix(.mix(color, amount))
        case .brightness(let amount): .curve(ToneCurve { $0 * (1 + amount) })
        case .contrast(let amount): .curve(ToneCurve { 0.5 + ($0 - 0.5) * (1 + amount) })
        case .saturation(let amount): .matrix(.saturation(1 + amount))
        case .gamma(let value): .curve(ToneCurve { PortableMath.power($0, 1 / value) })
        case .negate: .curve(ToneCurve { 1 - $0 })
        }
    }

    /// What becomes of a picture's greyness.
    var effect: Effect {
        switch self {
        case .grayscale, .saturation(-1): .removesColor
        case .sepia(let amount) where amount > 0: .addsColor
        case .tint(let color, let amount) where amount > 0 && !color.isGray: .addsColor
        default: .keepsGray
        }
    }

    /// What an adjustment does to the difference between grey and coloured pictures.
    enum Effect {
        /// All is grey after it.
        case removesColor
        /// Grey becomes coloured.
        case addsColor
        /// Grey stays grey, coloured may stay coloured.
        case keepsGray
    }
}
