/// A corner of the polygon that a tab follows.
struct TabCorner {
    let place: CutPoint
    /// How far the controls of the curve around it lie toward it, in 1024ths.
    let tension: Int
}
