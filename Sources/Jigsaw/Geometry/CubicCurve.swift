/// A cubic Bézier curve.
package struct CubicCurve: Hashable, Sendable {
    /// Where it begins.
    package let start: CutPoint
    /// Where the tangent of the start points to.
    package let control1: CutPoint
    /// Where the tangent of the end comes from.
    package let control2: CutPoint
    /// Where it ends.
    package let end: CutPoint

    /// Gives the lines that stand for the curve to `body`, from the start to the end.
    ///
    /// The points lie on the curve at even parameters by its Bernstein form, rounded once. Their number grows with the
    /// square root of the curve's size, which keeps the lines within about a hundredth of a pixel of it.
    func forEachLine(_ body: (CutPoint, CutPoint) -> Void) {
        let bits = stepBits
        var from = start
        for step in 1..<1 << bits {
            let to = point(step, bits)
            body(from, to)
            from = to
        }
        body(from, end)
    }

    /// The rows between which the curve runs, in 256ths of a pixel: it lies in the hull of its points.
    var rows: ClosedRange<Int> {
        let places = (control1.y, control2.y)
        return min(start.y, end.y, places.0, places.1)...max(start.y, end.y, places.0, places.1)
    }

    private var stepBits: Int {
        let reach =
            Self.distance(start, control1) + Self.distance(control1, control2) + Self.distance(control2, end)
        let pixels = reach / CutPoint.unitsPerPixel
        return (4...8).first { 1 << (2 * $0) >= 16 * pixels } ?? 9
    }

    private static func distance(_ one: CutPoint, _ other: CutPoint) -> Int {
        abs(one.x - other.x) + abs(one.y - other.y)
    }

    private func point(_ step: Int, _ bits: Int) -> CutPoint {
        let rest = (1 << bits) - step
        let weights = (rest * rest * rest, 3 * rest * rest * step, 3 * rest * step * step, step * step * step)
        func mixed(_ coordinate: (CutPoint) -> Int) -> Int {
            let outer = weights.0 * coordinate(start) + weights.3 * coordinate(end)
            let inner = weights.1 * coordinate(control1) + weights.2 * coordinate(control2)
            return (outer + inner + (1 << (3 * bits - 1))) >> (3 * bits)
        }
        return CutPoint(x: mixed(\.x), y: mixed(\.y))
    }
}
