extension RGBSpace {
    /// The space of code points (ITU-T H.273); nil for one that 8 bits of sRGB cannot stand for, such as HDR.
    init?(primaries: UInt8, transfer: UInt8) {
        guard let points = Self.primaries[primaries], let curve = Self.curves[transfer] else { return nil }
        self.init(white: points.white, red: points.red, green: points.green, blue: points.blue, curve: curve)
    }

    /// The colours of sRGB (BT.709) with another curve.
    static func srgb(_ curve: TransferCurve) -> RGBSpace {
        RGBSpace(
            white: .d65,
            red: Chromaticity(0.640, 0.330),
            green: Chromaticity(0.300, 0.600),
            blue: Chromaticity(0.150, 0.060),
            curve: curve
        )
    }

    private typealias Points = (
        white: Chromaticity, red: Chromaticity, green: Chromaticity, blue: Chromaticity
    )

    /// H.273 table 2.
    private static let primaries: [UInt8: Points] = [
        1: (.d65, Chromaticity(0.640, 0.330), Chromaticity(0.300, 0.600), Chromaticity(0.150, 0.060)),
        5: (.d65, Chromaticity(0.640, 0.330), Chromaticity(0.290, 0.600), Chromaticity(0.150, 0.060)),
        6: (.d65, Chromaticity(0.630, 0.340), Chromaticity(0.310, 0.595), Chromaticity(0.155, 0.070)),
        7: (.d65, Chromaticity(0.630, 0.340), Chromaticity(0.310, 0.595), Chromaticity(0.155, 0.070)),
        9: (.d65, Chromaticity(0.708, 0.292), Chromaticity(0.170, 0.797), Chromaticity(0.131, 0.046)),
        // DCI-P3, whose white is that of a cinema, and Display P3.
        11: (
            Chromaticity(0.314, 0.351), Chromaticity(0.680, 0.320), Chromaticity(0.265, 0.690),
            Chromaticity(0.150, 0.060)
        ),
        12: (.d65, Chromaticity(0.680, 0.320), Chromaticity(0.265, 0.690), Chromaticity(0.150, 0.060)),
    ]

    /// H.273 table 3.
    private static let curves: [UInt8: TransferCurve] = [
        1: .bt709, 6: .bt709, 14: .bt709, 15: .bt709,
        4: TransferCurve(gamma: 2.2), 5: TransferCurve(gamma: 2.8), 8: TransferCurve(gamma: 1), 13: .srgb,
    ]
}
