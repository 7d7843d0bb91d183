/// A stream of rows and the place of its pixels on the picture as stored.
///
/// A picture is a list of such planes: one of interleaved channels, or three of JFIF's Y, Cb and Cr, each `gray` and
/// perhaps of its own size.
struct PlaneGrid: Hashable {
    /// What a pixel consists of.
    let layout: PixelLayout
    /// The places along a row.
    let columns: GridAxis
    /// The places along a column.
    let rows: GridAxis
    /// What the samples of each channel are too large on average, by the decoder's rounding: in fractions of
    /// `PixelKernels`.
    var bias = SIMD4<Int16>()

    /// The shape of the rows.
    var format: RowFormat {
        RowFormat(size: PixelSize(width: columns.count, height: rows.count), layout: layout)
    }

    /// The plane after `Halver`.
    var halved: PlaneGrid {
        PlaneGrid(layout: layout, columns: columns.halved, rows: rows.halved, bias: bias)
    }

    /// How many of these pixels go into one of `other`, along the side where that is less.
    func reduction(to other: PlaneGrid) -> Double {
        min(other.columns.pitch / columns.pitch, other.rows.pitch / rows.pitch)
    }

    /// Whether these are the colours of pixels none of which stands for several, from a `source` that has fewer samples of colour
    /// than of brightness; `luma` is the brightness beside this plane.
    ///
    /// Such chroma is enlarged as decoders do, without the overshoot of sharp filters. Where pixels become fewer, these show what
    /// decoders do by their spread.
    func isUpsampled(from source: PlaneGrid, beside luma: PlaneGrid) -> Bool {
        let isSubsampled = source.columns.upsampling > 0 || source.rows.upsampling > 0
        let isEnlarged = columns.pitch < source.columns.pitch || rows.pitch < source.rows.pitch
        return isSubsampled && isEnlarged && luma.columns.pitch <= 1 && luma.rows.pitch <= 1
    }
}
