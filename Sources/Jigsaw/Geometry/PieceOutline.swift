/// The four edges around a piece.
package struct PieceOutline: Hashable, Sendable {
    /// The upper edge.
    package let top: CutEdge
    /// The right edge.
    package let right: CutEdge
    /// The lower edge.
    package let bottom: CutEdge
    /// The left edge.
    package let left: CutEdge

    /// The smallest rectangle of whole pixels that holds the piece.
    package var box: PixelBox {
        var (left, top, right, bottom) = (Int.max, Int.max, Int.min, Int.min)
        func include(_ point: CutPoint) {
            (left, right) = (min(left, point.x), max(right, point.x))
            (top, bottom) = (min(top, point.y), max(bottom, point.y))
        }
        for edge in [self.top, self.right, self.bottom, self.left] {
            edge.forEachLine { from, to in
                include(from)
                include(to)
            }
        }
        let unit = CutPoint.unitsPerPixel
        let corner = (x: left / unit, y: top / unit)
        return PixelBox(
            left: corner.x,
            top: corner.y,
            width: (right + unit - 1) / unit - corner.x,
            height: (bottom + unit - 1) / unit - corner.y
        )
    }

    /// What the sides look like from inside the piece.
    package var sides: PieceSides {
        PieceSides(
            top: PieceSide(top.tab, inward: .forward),
            right: PieceSide(right.tab, inward: .backward),
            bottom: PieceSide(bottom.tab, inward: .backward),
            left: PieceSide(left.tab, inward: .forward)
        )
    }
}
