/// How much smaller than stored a picture is decoded.
package struct DecodeScale: Hashable {
    /// How many pixels of a scaled or reduced picture a resampled one is made from at least, along a side.
    ///
    /// Below two the coarse means of decoder scaling show: the sharp filter must do the last halving, and make up for what
    /// means lose (`GridAxis.spread`). Benchmarks/RESULTS.md has the time and the distance from the exact picture at each
    /// choice.
    package static let headRoom = 2.0

    /// The same where a smaller scale saves little: all pixels are decoded, however small the renditions are.
    ///
    /// A scale saves inverse transforms and nothing else, and a progressive JPEG's scans are read in full at every scale: 200
    /// pixels of 24 and 40 megapixels take a tenth more time from all pixels than from an eighth, where those of sequential
    /// JPEGs take half as much again. Clipping to RGB must happen per pixel: clipping means at a smaller scale darkens vivid
    /// colours.
    static let headRoomInFull = Double.infinity

    /// The same for a sequential JPEG or a WebP of at most `smallPixelCount`, whose pixels are as sharp as can be.
    ///
    /// Photos of 2 megapixels are 47.7 to 49.4 dB from the exact picture with 2, 50.6 with 2.25.
    package static let headRoomOfSmall = 2.2

    /// Pixels of the largest picture that is small.
    package static let smallPixelCount = 3_000_000

    /// The smallest divisor that saves libwebp time.
    ///
    /// 17 megapixels take 110 ms as planes of all pixels, 113 at a half, 98 at a quarter, 90 at an eighth; colours at a half are as
    /// little as 50 dB from the exact picture, those of all planes 57.
    static let smallestOfWebP = 4

    /// The divisor of both sides: 1, 2, 4 or 8.
    let denominator: Int

    /// What a decoder can do about scale.
    struct Ability {
        /// The largest divisor.
        let largestDenominator: Int
        /// The smallest divisor that saves time.
        var smallestDenominator = 2
        /// How far chroma stays coarser than luma after scaled decoding.
        var residualSubsampling = ResidualSubsampling()
        /// How many pixels a resampled one is made from at least, along a side.
        var headRoom = DecodeScale.headRoom

        /// Of a decoder that gives all pixels.
        static let none = Ability(largestDenominator: 1)

        fileprivate func subsampling(for item: RenderItem) -> Int {
            item.subsamplesChroma
                ? residualSubsampling.forSubsampledOutputs : residualSubsampling.forFullOutputs
        }
    }

    /// The largest divisor that leaves head-room for all `items`.
    init(_ ability: Ability, _ items: [RenderItem]) {
        // Decoders average levels, which linear light is asked for to avoid: only all pixels have its means. It takes twice
        // the time of levels, 2.5 times at most (Benchmarks/RESULTS.md).
        let averagesLight = items.contains { $0.resize.usesLinearLight }
        let largest = averagesLight ? 1 : ability.largestDenominator
        let choices = [8, 4, 2].filter { $0 <= largest && $0 >= ability.smallestDenominator }
        let reduction = items.map { Self.reduction($0) / Double(ability.subsampling(for: $0)) }.min() ?? 1
        denominator = choices.first { Double($0) * ability.headRoom <= reduction } ?? 1
    }

    /// The picked pixels of `nearest` must be the source's own.
    private static func reduction(_ item: RenderItem) -> Double {
        item.resize.filter == .nearest ? 1 : item.geometry.reduction
    }

    /// The size of a picture of `size` after decoding.
    func applied(to size: PixelSize) -> PixelSize {
        PixelSize(
            width: (size.width + denominator - 1) / denominator,
            height: (size.height + denominator - 1) / denominator
        )
    }
}

extension DecodeScale.Ability {
    /// What the decoder of a file can do, and how far it is used: `headRoom`, or the standard for such files.
    init(_ info: ImageInfo, headRoom: Double?) {
        self.init(
            largestDenominator: info.largestDenominator,
            smallestDenominator: info.format == .webp ? DecodeScale.smallestOfWebP : 2,
            residualSubsampling: info.residualSubsampling,
            headRoom: headRoom ?? Self.headRoom(info)
        )
    }

    private static func headRoom(_ info: ImageInfo) -> Double {
        guard !info.scalesAtLittleGain else { return DecodeScale.headRoomInFull }
        let isSmall = info.storedSize.pixelCount <= DecodeScale.smallPixelCount
        return isSmall ? DecodeScale.headRoomOfSmall : DecodeScale.headRoom
    }
}
