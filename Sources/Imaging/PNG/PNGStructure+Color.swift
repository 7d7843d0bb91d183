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
        guard let number = first("gAMA")?.data.number(0, byteCount: 4, bigEndian: true),
            Self.gammas.contains(number)
        else { return nil }
        let gamma = 100_000 / Double(number)
        return (0.955...1.045).contains(gamma / 2.2) ? .srgb : TransferCurve(gamma: gamma)
    }

    /// What libpng takes for a gamma, in hundred thousandths; all else would make every picture black or white.
    private static let gammas = 16...625_000_000

    /// Whether all that the file says of its colours are code points that 8 bits of sRGB cannot stand for, such as those of HDR, or
    /// a gamma that none can be.
    var hasOnlyUnknownWords: Bool {
        let hasWords = contains("cICP") || contains("gAMA") && curve == nil
        return colorWords == .srgb && hasWords && !contains("sRGB")
    }

    /// The profile of red, green and blue that a picture of gray has; nil without one, or where it cannot be read.
    var profileOfGray: [UInt8]? {
        guard [.gray, .grayAlpha].contains(header.colorType), let data = first("iCCP")?.data,
            let nameEnd = data.slice.prefix(80).firstIndex(of: 0),
            data.slice.dropFirst(nameEnd - data.slice.startIndex + 1).first == 0
        else { return nil }
        let stream = data.dropping(nameEnd - data.slice.startIndex + 2)
        let profile = PNGText.inflated(stream, atMost: ColorTransform.maximumByteCount)
        // The header of a profile has 128 bytes, of which these name the space (ICC.1:2010 clause 7.2.6).
        return profile.flatMap { $0.count >= 128 && $0[16..<20].elementsEqual("RGB ".utf8) ? $0 : nil }
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
