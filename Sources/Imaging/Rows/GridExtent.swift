/// The part of the rows as stored that pixels may be taken from.
struct GridExtent {
    /// Along a row.
    let columns: AxisExtent
    /// Along a column.
    let rows: AxisExtent

    /// `box` of a picture stored in `size`; all of it for nil.
    init(_ box: SourceBox?, of size: PixelSize) {
        let box = box ?? SourceBox(size)
        columns = AxisExtent(box.left, box.width, of: size.width)
        rows = AxisExtent(box.top, box.height, of: size.height)
    }
}

/// The part of a row or column that pixels may be taken from.
struct AxisExtent {
    /// Where it begins.
    let start: Double
    /// Where it ends.
    let end: Double
    private let length: Double

    init(_ start: Double, _ length: Double, of whole: Int) {
        self.start = start
        end = start + length
        self.length = Double(whole)
    }

    /// The samples of `axis` whose middle lies within; where this ends at the picture's edge, all up to that edge.
    func samples(of axis: GridAxis) -> Range<Int> {
        func index(_ place: Double) -> Double { (place - axis.origin) / axis.pitch - 0.5 }
        let first = start <= 0 ? 0 : min(max(0, Int(index(start).rounded(.up))), axis.count - 1)
        let last = end >= length ? axis.count - 1 : Int(index(end).rounded(.down))
        return first..<max(first + 1, min(axis.count, last + 1))
    }
}

extension PlaneGrid {
    /// The plane of a picture whose pixels are its samples.
    init(whole format: RowFormat) {
        self.init(
            layout: format.layout,
            columns: GridAxis(origin: 0, pitch: 1, count: format.size.width),
            rows: GridAxis(origin: 0, pitch: 1, count: format.size.height)
        )
    }
}
