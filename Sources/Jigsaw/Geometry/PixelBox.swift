/// A rectangle of whole pixels.
package struct PixelBox: Hashable, Sendable {
    /// The first column.
    package var left: Int
    /// The first row.
    package var top: Int
    /// Columns.
    package var width: Int
    /// Rows.
    package var height: Int

    /// The column after the last one.
    package var right: Int { left + width }
    /// The row after the last one.
    package var bottom: Int { top + height }
    /// Pixels.
    package var pixelCount: Int { width * height }

    /// A rectangle by its first column and row and its size.
    package init(left: Int, top: Int, width: Int, height: Int) {
        (self.left, self.top, self.width, self.height) = (left, top, width, height)
    }

    /// The rows.
    var rows: Range<Int> { top..<bottom }

    /// The part of it that lies in some of its rows.
    func part(_ rows: Range<Int>) -> PixelBox {
        PixelBox(left: left, top: rows.lowerBound, width: width, height: rows.count)
    }
}
