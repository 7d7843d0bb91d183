/// What a side of a piece looks like.
package enum PieceSide: String, Codable, Sendable {
    /// It sticks out into the neighbour.
    case tab
    /// The neighbour sticks into it.
    case blank
    /// It lies on the border of the picture.
    case flat

    /// A side whose edge sticks out to `tab`, seen from a piece that lies to the `inward` side of the edge.
    init(_ tab: CutEdge.Tab, inward: CutEdge.Tab) {
        self = tab == .none ? .flat : tab == inward ? .blank : .tab
    }
}
