import Imaging
import Testing

@testable import Jigsaw

/// A picture of noise that was cut, with the sheets as they would be encoded.
struct CutPicture {
    let plan: PuzzlePlan
    let layout: PixelLayout
    let source: [UInt8]
    private(set) var sheets: [[UInt8]] = []

    init(_ plan: PuzzlePlan, layout: PixelLayout = .rgb) throws {
        self.plan = plan
        self.layout = layout
        var random = SplitMix64(seed: 42)
        let format = RowFormat(size: plan.size, layout: layout)
        source = (0..<format.byteCount).map { _ in UInt8(truncatingIfNeeded: random.next() >> 56) }
        let collectors = plan.sheets.map { _ in RowCollector() }
        let cutter = PuzzleCutter(plan, layout: layout) { index, _ in collectors[index] }
        for row in 0..<plan.size.height {
            let bytes = Array(source[row * format.rowByteCount..<(row + 1) * format.rowByteCount])
            try cutter.consume(bytes.span)
        }
        try cutter.finish()
        for collector in collectors { #expect(collector.isFinished) }
        sheets = collectors.map(\.bytes)
    }

    /// The opacity of a pixel of a piece, counted from the corner of its rectangle.
    func opacity(_ piece: PlacedPiece, _ column: Int, _ row: Int) -> Int {
        Int(sheets[piece.place.sheet][start(of: piece, column, row) + 3])
    }

    private func start(of piece: PlacedPiece, _ column: Int, _ row: Int) -> Int {
        4 * ((piece.place.top + row) * plan.sheets[piece.place.sheet].width + piece.place.left + column)
    }

    /// The sum of each channel weighed by opacity, and of the opacities, with every piece at its place.
    func assembled() -> [Int] {
        var sums = [Int](repeating: 0, count: plan.size.pixelCount * 4)
        for piece in plan.pieces {
            for row in 0..<piece.box.height {
                for column in 0..<piece.box.width {
                    let alpha = opacity(piece, column, row)
                    guard alpha > 0 else { continue }
                    let pixel = start(of: piece, column, row)
                    let target = 4 * ((piece.box.top + row) * plan.size.width + piece.box.left + column)
                    for channel in 0..<3 {
                        sums[target + channel] += Int(sheets[piece.place.sheet][pixel + channel]) * alpha
                    }
                    sums[target + 3] += alpha
                }
            }
        }
        return sums
    }
}
