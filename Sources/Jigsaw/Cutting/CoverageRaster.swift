/// Finds out how much of each pixel lies inside an outline, exactly.
///
/// The method is that of the accumulation buffer in Raph Levien's font-rs ("Inside the fastest font renderer in the
/// world", 2016), with the whole-number cells of FreeType's smooth rasteriser (ftgrays.c, David Turner): every line adds
/// the area to its right to the pixels that it crosses, and running sums along a row give coverages. Sums of whole
/// numbers have no order: what an edge gives to one neighbour it takes from the other, to the last unit.
struct CoverageRaster {
    /// The coverage of a pixel that lies inside: twice 256 × 256, so that halves of cells stay whole.
    static let full: Int32 = 131_072

    /// The rectangle of the picture that is looked at.
    private(set) var box = PixelBox(left: 0, top: 0, width: 0, height: 0)
    /// Changes of coverage from one column to the next; two columns more than the rectangle has.
    private var changes: [Int32] = []

    /// Cells from one row to the next.
    var stride: Int { box.width + 2 }

    /// Draws the outline of a piece whose rectangle is `box`, or has the rows of `box` among its own.
    mutating func draw(_ outline: PieceOutline, in box: PixelBox) {
        self.box = box
        let count = stride * box.height
        if changes.count < count {
            changes = [Int32](repeating: 0, count: count)
        } else {
            changes.withUnsafeMutableBufferPointer { $0[..<count].update(repeating: 0) }
        }
        add(outline.left, sign: 1)
        add(outline.bottom, sign: 1)
        add(outline.right, sign: -1)
        add(outline.top, sign: -1)
    }

    /// Gives the changes of coverage along a row of the rectangle to `body`.
    func withChanges<Result>(inRow row: Int, _ body: (UnsafeBufferPointer<Int32>) -> Result) -> Result {
        changes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[row * stride..<(row + 1) * stride]))
        }
    }

    private mutating func add(_ edge: CutEdge, sign: Int) {
        let origin = (x: box.left * CutPoint.unitsPerPixel, y: box.top * CutPoint.unitsPerPixel)
        let (stride, rowCount) = (stride, box.height)
        let rows = origin.y...origin.y + rowCount * CutPoint.unitsPerPixel
        changes.withUnsafeMutableBufferPointer { changes in
            let cells = LineCells(changes: changes, stride: stride, rowCount: rowCount, sign: sign)
            edge.forEachLine(touching: rows) { from, to in
                cells.add(
                    from: CutPoint(x: from.x - origin.x, y: from.y - origin.y),
                    to: CutPoint(x: to.x - origin.x, y: to.y - origin.y)
                )
            }
        }
    }
}
