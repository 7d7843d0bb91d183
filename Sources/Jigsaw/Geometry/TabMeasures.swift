/// The ranges from which a tab is drawn, in ten-thousandths of the shorter side of a piece.
///
/// A tab follows a polygon of four corners: two at its base, half a neck to each side of its middle, and two at its
/// head. The largest head and height and the sideways shift together stay under half a side: so each edge keeps to
/// the rhombus between its ends and the middles of the two pieces it parts, rhombs do not overlap, and neither do edges.
struct TabMeasures {
    /// From the middle to a corner of the base, along the edge.
    let neck: ClosedRange<Int>
    /// From the middle to a corner of the head, along the edge.
    let head: ClosedRange<Int>
    /// From the edge to a corner of the head.
    let height: ClosedRange<Int>
    /// From the edge to a corner of the base, toward the head.
    let dip: ClosedRange<Int>
    /// How far the curves' controls lie from the middles of the polygon's sides toward the corners of the base, in
    /// 1024ths: 566 rounds a right angle like a circle, 1024 keeps it sharp.
    let baseTension: Int
    /// The same at the corners of the head.
    let headTension: Int

    /// What stands for the whole of a piece's shorter side.
    static let scale = 10_000
    /// No head reaches further from its middle.
    static let maximumHead = 1850
}
