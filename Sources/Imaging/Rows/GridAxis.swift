/// Where the samples of a row or column lie on a picture, in pixels of the picture as stored.
struct GridAxis: Hashable {
    /// Where the first sample begins; may lie between pixels and outside of the picture.
    var origin: Double
    /// How many pixels a sample stands for.
    var pitch: Double
    /// The number of samples.
    var count: Int

    /// Half as many samples.
    var halved: GridAxis {
        GridAxis(origin: origin, pitch: 2 * pitch, count: (count + 1) / 2)
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
    /// The samples of `target` taken from those of `source` within `extent`.
    ///
    /// Samples that are `spread` show beyond the pixels that they stand for; see `PlaneGrid`. Seen from as far as the filter is
    /// wide, that is a variance of 3/4 of a pixel's width, squared.
    init(from source: GridAxis, to target: GridAxis, within extent: AxisExtent, isSpread: Bool = false) {
        self.init(
            inputCount: source.count,
            origin: (target.origin - source.origin) / source.pitch,
            length: target.pitch * Double(target.count) / source.pitch,
            outputCount: target.count,
            usable: extent.samples(of: source)
        )
        if isSpread, source.pitch >= 2, target.pitch > source.pitch {
            spread = 0.75 / (source.pitch * source.pitch)
        }
    }
}
