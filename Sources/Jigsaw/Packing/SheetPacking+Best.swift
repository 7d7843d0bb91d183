import Imaging

extension SheetPacking {
    /// How many pieces there are to choose from, if they are small.
    private static let poolCount = 48
    /// Pixels of all those pieces, about: rows of a sheet wait for as many.
    private static let poolPixelCount = 1_200_000

    /// Packs `boxes`, whose rows have `columns`, into one sheet unless a side of it would pass `side`; then into as few
    /// as possible, of about the same height.
    static func best(of boxes: [PixelBox], columns: Int, side: Int) -> SheetPacking {
        let poolCount = poolCount(boxes, columns)
        func packing(_ width: Int, _ height: Int) -> SheetPacking {
            SheetPacking(boxes, poolCount: poolCount, limit: PixelSize(width: width, height: height))
        }
        var best: SheetPacking?
        for width in widths(boxes, columns, isCoarse: poolCount == columns, side) {
            let next = packing(width, side)
            guard best.map({ next.sheets.count < $0.sheets.count }) ?? true else { continue }
            best = next
            guard next.sheets.count > 1 else { return next }
            best = balanced(next, boxes, side) { packing(width, $0) }
        }
        // There is one width at least.
        return best ?? packing(side, side)
    }

    /// Whole rows of pieces.
    private static func poolCount(_ boxes: [PixelBox], _ columns: Int) -> Int {
        let rowPixelCount = max(1, boxes.reduce(0) { $0 + $1.pixelCount } * columns / boxes.count)
        let rows = (poolCount + columns - 1) / columns
        return max(1, min(rows, poolPixelCount / rowPixelCount)) * columns
    }

    /// The widths of sheets that are worth a try, the best first.
    ///
    /// A sheet as wide as a row of large pieces is complete as fast as the picture arrives; one about as wide as high has
    /// no side over the limit longest.
    private static func widths(_ boxes: [PixelBox], _ columns: Int, isCoarse: Bool, _ side: Int) -> [Int] {
        let widest = boxes.reduce(1) { max($0, $1.width) }
        // Gaps take a tenth of a sheet with many pieces.
        let square = max(widest, squareRoot(of: boxes.reduce(0) { $0 + $1.pixelCount } * 10 / 9))
        let aligned = stride(from: 0, to: boxes.count, by: columns).reduce(0) { most, start in
            max(most, boxes[start..<start + columns].reduce(0) { $0 + $1.width })
        }
        return ((isCoarse ? [aligned] : []) + [square, side]).map { min($0, side) }
    }

    /// The same number of sheets with the lowest limit of their height.
    private static func balanced(
        _ packing: SheetPacking,
        _ boxes: [PixelBox],
        _ side: Int,
        _ repacked: (Int) -> SheetPacking
    ) -> SheetPacking {
        var best = packing
        var (low, high) = (boxes.reduce(1) { max($0, $1.height) }, side)
        while low < high {
            let height = (low + high) / 2
            let next = repacked(height)
            if next.sheets.count <= packing.sheets.count {
                (best, high) = (next, height)
            } else {
                low = height + 1
            }
        }
        return best
    }

    /// The whole root of a number, by Newton's method: no machine rounds it differently.
    private static func squareRoot(of number: Int) -> Int {
        var root = number
        while root > number / max(root, 1) {
            root = (root + number / root) / 2
        }
        return root
    }
}
