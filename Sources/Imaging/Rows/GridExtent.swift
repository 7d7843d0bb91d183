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
