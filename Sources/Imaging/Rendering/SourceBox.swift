/// A rectangle of a picture; its edges may lie between pixels.
struct SourceBox: Hashable {
    /// The left edge.
    var left: Double
    /// The upper edge.
    var top: Double
    /// The width, in pixels.
    var width: Double
    /// The height, in pixels.
    var height: Double

    /// The whole of a picture.
    init(_ size: PixelSize) {
        self.init(left: 0, top: 0, width: Double(size.width), height: Double(size.height))
    }

    /// A rectangle of the given corner and size.
    init(left: Double, top: Double, width: Double, height: Double) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }

    /// The same pixels in the rows as stored in a picture of `stored`, where this is a part of the upright one.
    func stored(by orientation: Orientation, in stored: PixelSize) -> SourceBox {
        var box =
            orientation.swapsSides ? SourceBox(left: top, top: left, width: height, height: width) : self
        if orientation.reversesColumns {
            box.left = Double(stored.width) - box.left - box.width
        }
        if orientation.reversesRows {
            box.top = Double(stored.height) - box.top - box.height
        }
        return box
    }
}

extension SourceBox {
    /// The same rectangle.
    init(_ box: PixelBox) {
        self.init(
            left: Double(box.left),
            top: Double(box.top),
            width: Double(box.size.width),
            height: Double(box.size.height)
        )
    }
}
