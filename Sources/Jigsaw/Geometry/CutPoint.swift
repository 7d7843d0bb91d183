/// A place in the picture in whole 256ths of a pixel, from its upper left corner.
///
/// The cut is made of whole numbers throughout: no machine's rounding can change it.
package struct CutPoint: Hashable, Sendable {
    /// 256ths of a pixel from the left side.
    package let x: Int
    /// 256ths of a pixel from the upper side.
    package let y: Int

    /// Units of a coordinate in a pixel.
    package static let unitsPerPixel = 256

    /// A place by its coordinates.
    package init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }

    /// The place that lies `share` 1024ths of the way to another.
    func moved(_ share: Int, toward other: CutPoint) -> CutPoint {
        CutPoint(x: x + (other.x - x) * share / 1024, y: y + (other.y - y) * share / 1024)
    }
}
