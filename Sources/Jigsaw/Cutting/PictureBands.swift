import Imaging

/// The rows of a picture in the portions in which it is cut.
///
/// About as many rows as the highest piece has, so that few outlines are drawn more than twice; fewer where the picture
/// is wide or the pieces large: what is held at once follows a limit and not the pieces.
enum PictureBands {
    /// Bytes of the picture's rows and their coverages that are held at once, about.
    private static let byteCount = 6 << 20
    /// Bytes that are held for a pixel: its colour, what was given of it, and changes of coverage.
    static let bytesPerPixel = 4 + 5 + 4

    /// The portions, in order.
    static func bands(of plan: PuzzlePlan) -> [Range<Int>] {
        let highest = plan.pieces.reduce(1) { max($0, $1.box.height) }
        let count = max(8, min(highest, byteCount / (plan.size.width * bytesPerPixel)))
        return stride(from: 0, to: plan.size.height, by: count).map {
            $0..<min($0 + count, plan.size.height)
        }
    }
}
