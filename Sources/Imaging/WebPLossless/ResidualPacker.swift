import CPixels

/// Makes of rows what lossless WebP codes of them, and keeps that small until all rows have come.
///
/// A packed row is a list of stretches: a kind, the number of pixels in two bytes, and green, red and blue of each pixel,
/// behind them alpha where it is not what was predicted. Pixels of which all was predicted have no bytes.
struct ResidualPacker {
    /// What a stretch of pixels has.
    enum Kind: UInt8 {
        /// Nothing: all is as predicted.
        case predicted
        /// Three bytes each: alpha is as predicted.
        case colors
        /// Four bytes each.
        case all
    }

    /// Bytes of a packed row, at most: of stretches of one pixel with a head of three bytes each, in turn with all that a pixel has
    /// and without alpha, as two of one kind would be one stretch.
    static func maximumByteCount(_ width: Int) -> Int {
        (13 * width + 1) / 2
    }

    private let width: Int
    private var above: [UInt32]
    private var row: [UInt32]
    private var residuals: [UInt32]
    private var packed: [UInt8]
    private var isFirst = true
    /// How often each symbol occurs in the rows so far.
    let counts = ResidualCounts()

    init(width: Int) {
        self.width = width
        above = [UInt32](repeating: 0, count: width)
        row = above
        residuals = above
        packed = [UInt8](repeating: 0, count: Self.maximumByteCount(width))
    }

    /// Packs a row of RGBA.
    mutating func pack(_ rgba: Span<UInt8>) -> [UInt8] {
        rgba.withUnsafeBufferPointer { rgba in
            cpixels_subtract_green(rgba.baseAddress, &row, width)
        }
        if isFirst {
            cpixels_left_residuals(row, &residuals, width)
        } else {
            cpixels_select_residuals(above, row, &residuals, width)
        }
        isFirst = false
        swap(&above, &row)
        return Array(packed[..<packResiduals()])
    }

    private mutating func packResiduals() -> Int {
        let counts = counts
        return residuals.withUnsafeBufferPointer { residuals in
            packed.withUnsafeMutableBufferPointer { packed in
                var (pixel, length) = (0, 0)
                while pixel < residuals.count {
                    let kind = Kind(residuals[pixel])
                    var end = pixel + 1
                    while end < residuals.count, Kind(residuals[end]) == kind { end += 1 }
                    packed[length] = kind.rawValue
                    packed[length + 1] = UInt8(truncatingIfNeeded: end - pixel)
                    packed[length + 2] = UInt8(truncatingIfNeeded: (end - pixel) >> 8)
                    let target = UnsafeMutableBufferPointer(rebasing: packed[(length + 3)...])
                    let stretch = UnsafeBufferPointer(rebasing: residuals[pixel..<end])
                    length += 3 + kind.put(stretch, into: target, counts)
                    pixel = end
                }
                return length
            }
        }
    }
}

extension ResidualPacker.Kind {
    fileprivate init(_ residual: UInt32) {
        self = residual == 0 ? .predicted : residual >> 24 == 0 ? .colors : .all
    }

    /// Writes the pixels of a stretch, and counts their symbols.
    ///
    /// - Returns: The bytes that were written.
    fileprivate func put(
        _ residuals: UnsafeBufferPointer<UInt32>,
        into target: UnsafeMutableBufferPointer<UInt8>,
        _ counts: ResidualCounts
    ) -> Int {
        guard self != .predicted else {
            counts.countPredicted(residuals.count)
            return 0
        }
        let (green, red, blue, alpha) = (counts.green, counts.red, counts.blue, counts.alpha)
        let hasAlpha = self == .all
        var length = 0
        for residual in residuals {
            target[length] = UInt8(truncatingIfNeeded: residual >> 8)
            target[length &+ 1] = UInt8(truncatingIfNeeded: residual >> 16)
            target[length &+ 2] = UInt8(truncatingIfNeeded: residual)
            green[Int(target[length])] &+= 1
            red[Int(target[length &+ 1])] &+= 1
            blue[Int(target[length &+ 2])] &+= 1
            length &+= 3
            guard hasAlpha else { continue }
            target[length] = UInt8(truncatingIfNeeded: residual >> 24)
            alpha[Int(target[length])] &+= 1
            length &+= 1
        }
        if !hasAlpha { alpha[0] += residuals.count }
        return length
    }
}
