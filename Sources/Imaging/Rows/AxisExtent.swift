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
