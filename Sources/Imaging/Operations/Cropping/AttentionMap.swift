/// Where a picture draws the eye, worked out from its rows at a small size.
///
/// Detail draws it, skin and strong colours draw it more where there is detail: the features and weights of Jonas
/// Wagner's smartcrop.js, without its search.
final class AttentionMap: RowConsumer {
    /// The longer side of the small picture, at most.
    private static let side = 128

    private let input: RowFormat
    /// How many columns and rows become one cell.
    private let cellSide: Int
    private let columns: Int
    private var sums: [SIMD4<Int32>]
    private var cells: [AttentionCell] = []
    private var rowCount = 0

    /// A map of a picture with rows of `input`.
    init(_ input: RowFormat) {
        self.input = input
        cellSide = (max(input.size.width, input.size.height) + Self.side - 1) / Self.side
        columns = (input.size.width + cellSide - 1) / cellSide
        sums = [SIMD4<Int32>](repeating: SIMD4(), count: columns)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        row.withUnsafeBufferPointer { add($0) }
        rowCount += 1
        if rowCount % cellSide == 0 || rowCount == input.size.height {
            cells += sums.map(AttentionCell.init)
            sums = [SIMD4<Int32>](repeating: SIMD4(), count: columns)
        }
    }

    func finish() {}

    /// The part of `size` with most to see; of equal ones the one nearest to the middle.
    func part(of size: PixelSize) -> PixelBox {
        let rows = cells.count / columns
        let scores = AttentionScores(cells, columns: columns)
        let wide = min(columns, max(1, (size.width + cellSide / 2) / cellSide))
        let high = min(rows, max(1, (size.height + cellSide / 2) / cellSide))
        var best = (score: -1.0, distance: 0, left: 0, top: 0)
        for top in 0...rows - high {
            for left in 0...columns - wide {
                let score = scores.sum(left: left, top: top, width: wide, height: high)
                let distance = abs(2 * left + wide - columns) + abs(2 * top + high - rows)
                if score > best.score || score == best.score && distance < best.distance {
                    best = (score, distance, left, top)
                }
            }
        }
        let free = PixelSize(width: input.size.width - size.width, height: input.size.height - size.height)
        return PixelBox(
            left: Self.place(best.left, of: columns - wide, in: free.width),
            top: Self.place(best.top, of: rows - high, in: free.height),
            size: size
        )
    }

    /// Cells as pixels, the last of them at the very end.
    private static func place(_ index: Int, of last: Int, in free: Int) -> Int {
        last == 0 ? free / 2 : (2 * index * free + last) / (2 * last)
    }

    private func add(_ row: UnsafeBufferPointer<UInt8>) {
        guard var bytes = row.baseAddress else { return }
        for column in 0..<columns {
            var sum = SIMD4<Int32>()
            for _ in 0..<min(cellSide, input.size.width - column * cellSide) {
                var pixel = input.layout.pixel(at: bytes)
                // What cannot be seen draws no eye; the last channel counts pixels.
                pixel = pixel.w == 255 ? pixel : pixel &* pixel.w / 255
                pixel.w = 1
                sum &+= pixel
                bytes += input.layout.channelCount
            }
            sums[column] &+= sum
        }
    }
}
