/// Writes the outline of a piece as an SVG path (SVG 2, chapter 9), in hundredths of a pixel of the picture.
///
/// Every point is rounded by itself before it is written relative to the one before: roundings do not add up, and
/// neighbours name the same points.
struct PathWriter {
    private var text = ""
    private var current = (x: 0, y: 0)

    /// The path of `outline`, clockwise from its upper left corner.
    static func path(of outline: PieceOutline) -> String {
        var writer = PathWriter()
        writer.move(to: outline.top.start)
        writer.follow(outline.top)
        writer.follow(outline.right)
        writer.followBack(outline.bottom)
        writer.followBack(outline.left)
        return writer.text + "z"
    }

    private mutating func move(to point: CutPoint) {
        current = Self.rounded(point)
        text = "M" + Self.decimal(current.x) + " " + Self.decimal(current.y)
    }

    private mutating func follow(_ edge: CutEdge) {
        guard edge.tab != .none else { return write("l", [edge.end]) }
        for curve in edge.curves {
            write("c", [curve.control1, curve.control2, curve.end])
        }
    }

    private mutating func followBack(_ edge: CutEdge) {
        guard edge.tab != .none else { return write("l", [edge.start]) }
        for curve in edge.curves.reversed() {
            write("c", [curve.control2, curve.control1, curve.start])
        }
    }

    private mutating func write(_ command: String, _ points: [CutPoint]) {
        let places = points.map(Self.rounded)
        let numbers = places.flatMap { [$0.x - current.x, $0.y - current.y] }.map(Self.decimal)
        text += command + numbers.joined(separator: " ")
        current = places.last ?? current
    }

    private static func rounded(_ point: CutPoint) -> (x: Int, y: Int) {
        let unit = CutPoint.unitsPerPixel
        // No coordinate of a picture is negative.
        return ((point.x * 100 + unit / 2) / unit, (point.y * 100 + unit / 2) / unit)
    }

    private static func decimal(_ hundredths: Int) -> String {
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(sign)\(whole)" }
        let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(sign)\(whole).\(digits)"
    }
}
