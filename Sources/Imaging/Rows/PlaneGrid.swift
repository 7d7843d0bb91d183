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
    /// The mean by which the decoder's rounding makes the samples of each channel too large, in fractions of `PixelKernels`.
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

    /// Whether subsampled chroma of `source` is enlarged here, for a picture that is not reduced; `luma` is the plane of its
    /// brightness.
    ///
    /// Such chroma is enlarged as decoders do it, without the overshoot of sharp filters. In a reduced picture `GridAxis.upsampling`
    /// stands for what decoders do.
    func isUpsampled(from source: PlaneGrid, beside luma: PlaneGrid) -> Bool {
        let isSubsampled = source.columns.upsampling > 0 || source.rows.upsampling > 0
        let isEnlarged = columns.pitch < source.columns.pitch || rows.pitch < source.rows.pitch
        return isSubsampled && isEnlarged && luma.columns.pitch <= 1 && luma.rows.pitch <= 1
    }
}
