/// Where an overlay lies on a picture.
enum OverlayPlaces {
    /// Once, with its upper left corner at a place.
    case once(PixelSize, left: Int, top: Int)
    /// All over, like bricks, one of them in the middle: with half of its width between two in a row, and half of its width
    /// or all of its height between rows, whichever is less; every second row is moved by half.
    case tiled(PixelSize, on: PixelSize)

    /// Once, at `gravity`; the margin is a share of the picture's shorter side, as far as there is room.
    static func once(
        _ overlay: PixelSize,
        on picture: PixelSize,
        _ gravity: Gravity,
        margin: Double
    ) -> OverlayPlaces {
        let wanted = Int((margin * Double(min(picture.width, picture.height))).rounded())
        let free = PixelSize(width: picture.width - overlay.width, height: picture.height - overlay.height)
        let (across, down) = (max(0, min(wanted, free.width / 2)), max(0, min(wanted, free.height / 2)))
        return .once(
            overlay,
            left: across + gravity.left(of: free.width - 2 * across),
            top: down + gravity.top(of: free.height - 2 * down)
        )
    }

    /// Gives `body` the row of the overlay and its left edge for each time that it crosses a row of the picture.
    func forEach(inRow row: Int, width: Int, _ body: (_ overlayRow: Int, _ left: Int) -> Void) {
        switch self {
        case .once(let size, let left, let top):
            if (top..<top + size.height).contains(row) {
                body(row - top, left)
            }
        case .tiled(let size, let picture):
            let gap = max(1, size.width / 2)
            let (across, down) = (size.width + gap, size.height + min(gap, size.height))
            // Counted from two rows of marks above the picture on, so that nothing is negative.
            let course = (picture.height - size.height) / 2 / down + 2
            let place = row - (picture.height - size.height) / 2 + course * down
            guard place % down < size.height else { return }
            let shift = (place / down - course).isMultiple(of: 2) ? 0 : across / 2
            let first = (picture.width - size.width) / 2 + shift
            for left in stride(from: first - (first / across + 2) * across, to: width, by: across)
            where left > -size.width {
                body(place % down, left)
            }
        }
    }
}
