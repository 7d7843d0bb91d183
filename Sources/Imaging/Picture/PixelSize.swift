/// A width and a height in pixels.
package struct PixelSize: Hashable, Sendable {
    /// Pixels in a row.
    package var width: Int
    /// Rows.
    package var height: Int

    /// A size of `width` × `height` pixels.
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// The number of pixels; `Int.max` where the product does not fit.
    package var pixelCount: Int {
        width.multiplied(by: height)
    }

    /// The same rectangle lying on its other side.
    package var transposed: PixelSize {
        PixelSize(width: height, height: width)
    }
}

extension PixelSize: CustomStringConvertible {
    package var description: String {
        "\(width)×\(height)"
    }
}
