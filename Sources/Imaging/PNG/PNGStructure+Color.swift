extension PNGStructure {
    /// What a file says of its colours: the first of these that it has and that is understood (PNG third edition,
    /// clause 4.3).
    enum ColorWords: Equatable {
        /// cICP: code points.
        case space(RGBSpace)
        /// iCCP: a profile.
        case profile
        /// sRGB, or nothing.
        case srgb
        /// cHRM with gAMA.
        case primaries(RGBSpace)
        /// gAMA alone, of another curve than that of sRGB.
        case gamma(TransferCurve)
    }

    /// What the file says of its colours, as far as it counts.
    var colorWords: ColorWords {
        if let space = codePoints { return .space(space) }
        return contains("iCCP") ? .profile : wordsBesideProfile
    }

    /// What the file says of its colours where its profile cannot be used.
    var wordsBesideProfile: ColorWords {
        guard !contains("sRGB"), let curve else { return .srgb }
        if let space = chromaticities(curve) { return .primaries(space) }
        return curve == .srgb ? .srgb : .gamma(curve)
    }

    /// The gAMA chunk (clause 11.3.2.2): the exponent that made the samples of light, in hundred thousandths.
    ///
    /// The 0.45455 that writers store for sRGB stands for its curve, and so does what nobody can tell from it.
    private var curve: TransferCurve? {
        guard let number = first("gAMA")?.data.number(0, byteCount: 4, bigEndian: true), number > 0
        else { return nil }
        let gamma = 100_000 / Double(number)
        return (0.955...1.045).contains(gamma / 2.2) ? .srgb : TransferCurve(gamma: gamma)
    }

    /// Whether all that the file says of its colours are code points that 8 bits of sRGB cannot stand for, such as those of HDR.
    var hasOnlyUnknownWords: Bool {
        colorWords == .srgb && contains("cICP") && !contains("sRGB")
    }

    /// Whether samples of 16 bits may have to be brought to sRGB.
    var isConvertedDeep: Bool {
        guard header.bitDepth == 16 else { return false }
        return switch colorWords {
        case .space, .profile, .primaries, .gamma: true
        case .srgb: false
        }
    }

    /// The cICP chunk (clause 11.3.2.6), of which only RGB of full range is allowed.
    private var codePoints: RGBSpace? {
        guard let data = first("cICP")?.data, data.count == 4, data.byte(2) == 0, data.byte(3) == 1,
            let primaries = data.byte(0), let transfer = data.byte(1)
        else { return nil }
        return RGBSpace(primaries: primaries, transfer: transfer)
    }

    /// The cHRM chunk (clause 11.3.2.1): x and y of white, red, green and blue, in hundred thousandths.
    private func chromaticities(_ curve: TransferCurve) -> RGBSpace? {
        guard let data = first("cHRM")?.data, data.count == 32 else { return nil }
        let numbers = (0..<8).compactMap { data.number(4 * $0, byteCount: 4, bigEndian: true) }
        let points = (0..<4).map {
            Chromaticity(Double(numbers[2 * $0]) / 100_000, Double(numbers[2 * $0 + 1]) / 100_000)
        }
        return RGBSpace(white: points[0], red: points[1], green: points[2], blue: points[3], curve: curve)
    }
}
