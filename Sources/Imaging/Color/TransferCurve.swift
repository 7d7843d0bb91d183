/// How levels of 0…1 stand for amounts of light: `(a · level + b) ^ gamma` from `start` on, and `c · level` below.
struct TransferCurve: Equatable {
    let gamma: Double
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var start = 0.0
}

extension TransferCurve {
    /// The light of a level.
    func light(_ level: Double) -> Double {
        level < start ? c * level : PortableMath.power(a * level + b, gamma)
    }

    /// The level of some light.
    func level(_ light: Double) -> Double {
        light < c * start ? light / c : (PortableMath.power(light, 1 / gamma) - b) / a
    }

    /// What each of 256 levels is in sRGB.
    var levelsOfSRGB: [UInt8] {
        (0...255).map { UInt8((Self.srgb.level(light(Double($0) / 255)) * 255).rounded()) }
    }

    /// IEC 61966-2-1.
    static let srgb = TransferCurve(gamma: 2.4, a: 1 / 1.055, b: 0.055 / 1.055, c: 1 / 12.92, start: 0.04045)
    /// ITU-R BT.709; BT.601 and BT.2020 have the same.
    static let bt709 = TransferCurve(
        gamma: 1 / 0.45,
        a: 1 / 1.099,
        b: 0.099 / 1.099,
        c: 1 / 4.5,
        start: 0.081
    )
}
