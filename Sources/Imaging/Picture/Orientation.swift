/// How the stored rows and columns relate to the upright picture (EXIF 2.32, tag 0x0112).
///
/// A case is named after what brings the stored picture upright.
package enum Orientation: Int, CaseIterable, Hashable, Sendable {
    /// Stored upright.
    case up = 1
    /// Mirror left and right.
    case mirrorHorizontally = 2
    /// Turn by 180°.
    case rotate180 = 3
    /// Mirror top and bottom.
    case mirrorVertically = 4
    /// Mirror along the diagonal from the top left.
    case transpose = 5
    /// Turn by 90° clockwise.
    case rotate90 = 6
    /// Mirror along the diagonal from the top right.
    case transverse = 7
    /// Turn by 270° clockwise.
    case rotate270 = 8

    /// Whether stored columns become upright rows.
    package var swapsSides: Bool {
        rawValue >= 5
    }

    /// Whether the first upright pixel of its axis comes from the last stored column.
    package var reversesColumns: Bool {
        switch self {
        case .mirrorHorizontally, .rotate180, .transverse, .rotate270: true
        case .up, .mirrorVertically, .transpose, .rotate90: false
        }
    }

    /// Whether the first upright pixel of its axis comes from the last stored row.
    package var reversesRows: Bool {
        switch self {
        case .rotate180, .mirrorVertically, .rotate90, .transverse: true
        case .up, .mirrorHorizontally, .transpose, .rotate270: false
        }
    }

    /// The upright size of a picture stored in `stored`; also the stored size of an upright one.
    package func applied(to stored: PixelSize) -> PixelSize {
        swapsSides ? stored.transposed : stored
    }
}
