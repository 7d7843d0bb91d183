/// Where the samples of a row or column lie on a picture, in pixels of the picture as stored.
struct GridAxis: Hashable {
    /// Where the first sample begins; may lie between pixels and outside of the picture.
    var origin: Double
    /// How many pixels a sample stands for.
    var pitch: Double
    /// The number of samples.
    var count: Int
    /// Variance, in square pixels, to add when samples are weighed; negative for means, which blurred already.
    var spread: Double
    /// Variance, in square pixels, that decoders add when they upsample these samples; 0 for all but subsampled chroma.
    var upsampling: Double

    /// What decoders add when they upsample halved chroma: a pixel is three quarters of its own sample and a quarter of the next.
    static let spreadOfHalves = 0.75

    /// The variance of the mean of `count` samples at `distance` from each other.
    static func spread(ofMeansOf count: Double, distance: Double) -> Double {
        distance * distance * (count * count - 1) / 12
    }

    /// The means of `pitch` pixels each, from the first pixel on.
    init(meansOf pitch: Double, count: Int) {
        self.init(pitch: pitch, count: count, spread: -Self.spread(ofMeansOf: pitch, distance: 1))
    }

    /// Samples at a place.
    init(origin: Double = 0, pitch: Double, count: Int, spread: Double = 0, upsampling: Double = 0) {
        self.origin = origin
        self.pitch = pitch
        self.count = count
        self.spread = spread
        self.upsampling = upsampling
    }

    /// Half as many samples.
    var halved: GridAxis {
        let mean = Self.spread(ofMeansOf: 2, distance: pitch)
        return GridAxis(
            origin: origin,
            pitch: 2 * pitch,
            count: (count + 1) / 2,
            spread: spread - mean,
            upsampling: upsampling
        )
    }

    /// Where the last sample ends.
    var end: Double {
        origin + pitch * Double(count)
    }

    /// One sample for `factor` of these; the incomplete one comes last, or first where the axis is turned later.
    func subsampled(by factor: Int, reversed: Bool) -> GridAxis {
        let count = (count + factor - 1) / factor
        let surplus = Double(count * factor - self.count) * pitch
        return GridAxis(
            origin: reversed ? origin - surplus : origin,
            pitch: pitch * Double(factor),
            count: count
        )
    }

    /// Whether a filter that reaches `margin` pixels beyond `part` finds all its samples of `extent` here.
    func covers(_ part: GridAxis, margin: Double, within extent: AxisExtent) -> Bool {
        origin <= max(extent.start, part.origin - margin) && end >= min(extent.end, part.end + margin)
    }
}

extension ResampleAxis {
    /// The samples of `target` taken from those of `source` within `extent`; `luma` are those of the brightness beside `target`.
    ///
    /// `spread` counts where samples become fewer. `upsampling` counts where the picture is reduced and `target` has a sample for
    /// each of its pixels: at 0.2 to 0.9 of the size, chroma is then nearer to the exact reduction of decoded pixels, by up to 3 dB
    /// in photos and by 2 to 8 dB at saturated edges. It does not count for a target that is subsampled, which its decoder will
    /// upsample again: photos are 0.2 to 0.6 dB nearer without, edges up to 2. At a tenth of the size nothing makes a difference.
    init(
        from source: GridAxis,
        to target: GridAxis,
        beside luma: GridAxis,
        within extent: AxisExtent
    ) {
        self.init(
            inputCount: source.count,
            origin: (target.origin - source.origin) / source.pitch,
            length: target.pitch * Double(target.count) / source.pitch,
            outputCount: target.count,
            usable: extent.samples(of: source)
        )
        let isWhole = target.pitch == luma.pitch && luma.pitch > 1
        let variance = (target.pitch > source.pitch ? source.spread : 0) + (isWhole ? source.upsampling : 0)
        spread = variance / (source.pitch * source.pitch)
    }
}
