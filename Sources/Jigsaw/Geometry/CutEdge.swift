/// The line between two pieces, or between a piece and the picture's border.
///
/// It is drawn once, in one direction: rightward between rows, downward between columns. Both neighbours use it.
package struct CutEdge: Hashable, Sendable {
    /// To which side of the line its tab sticks out.
    package enum Tab: Hashable, Sendable {
        /// The border of the picture: a straight line.
        case none
        /// Into the piece below or to the right.
        case forward
        /// Into the piece above or to the left.
        case backward
    }

    /// Where it begins: its left or upper end.
    package let start: CutPoint
    /// Where it ends.
    package let end: CutPoint
    /// The curves from the start to the end; none for a straight line.
    package let curves: [CubicCurve]
    /// To which side the tab sticks out.
    package let tab: Tab

    /// A straight line.
    init(from start: CutPoint, to end: CutPoint) {
        (self.start, self.end, curves, tab) = (start, end, [], .none)
    }

    /// A line with a tab whose polygon has the given corners.
    ///
    /// Between the middles of the polygon's sides each corner is rounded by one curve, whose tangents lie on the sides:
    /// the whole is smooth.
    init(from start: CutPoint, _ corners: [TabCorner], to end: CutPoint, tab: Tab) {
        (self.start, self.end, self.tab) = (start, end, tab)
        var curves: [CubicCurve] = []
        var from = start
        for (index, corner) in corners.enumerated() {
            let isLast = index == corners.count - 1
            let to = isLast ? end : corner.place.moved(512, toward: corners[index + 1].place)
            curves.append(
                CubicCurve(
                    start: from,
                    control1: from.moved(corner.tension, toward: corner.place),
                    control2: to.moved(corner.tension, toward: corner.place),
                    end: to
                )
            )
            from = to
        }
        self.curves = curves
    }

    /// Gives the straight lines that stand for the edge to `body`, from its start to its end.
    func forEachLine(_ body: (CutPoint, CutPoint) -> Void) {
        guard !curves.isEmpty else { return body(start, end) }
        for curve in curves {
            curve.forEachLine(body)
        }
    }

    /// Gives the straight lines to `body` that may touch some rows, in 256ths of a pixel: all of each curve that may.
    func forEachLine(touching rows: ClosedRange<Int>, _ body: (CutPoint, CutPoint) -> Void) {
        guard !curves.isEmpty else { return body(start, end) }
        for curve in curves where curve.rows.overlaps(rows) {
            curve.forEachLine(body)
        }
    }
}
