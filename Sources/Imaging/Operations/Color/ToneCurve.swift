/// A function of levels 0…1 to levels 0…1, known at every 16th part of an 8-bit level.
struct ToneCurve: Hashable {
    /// Fractional bits of a level between passes.
    static let fractionBits = 4
    /// The largest level between passes.
    static let maximum = 255 << fractionBits

    /// What becomes of each level between passes.
    let levels: [UInt16]

    /// The curve of `function`, whose values are cut to 0…1.
    init(_ function: (Double) -> Double) {
        let one = Double(Self.maximum)
        levels = (0...Self.maximum).map { level in
            UInt16((min(max(0, function(Double(level) / one)), 1) * one).rounded())
        }
    }

    private init(levels: [UInt16]) {
        self.levels = levels
    }

    /// This curve and then `next`.
    func followed(by next: ToneCurve) -> ToneCurve {
        ToneCurve(levels: levels.map { next.levels[Int($0)] })
    }

    /// What becomes of each 8-bit level.
    var bytes: [UInt8] {
        (0...255).map { Self.byte(levels[$0 << Self.fractionBits]) }
    }

    /// A level between passes, rounded.
    static func byte(_ level: UInt16) -> UInt8 {
        UInt8((Int(level) + 1 << (fractionBits - 1)) >> fractionBits)
    }
}
