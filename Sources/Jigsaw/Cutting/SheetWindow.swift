import Imaging

/// The rows of a sheet between the last one that went to its encoder and the last one that was drawn upon.
final class SheetWindow {
    private let width: Int
    private let height: Int
    private let rowCount: Int
    private let encoder: any RowConsumer
    private var pixels: [UInt8]
    private var finishedRowCount = 0

    /// A window of `rowCount` rows of a transparent sheet whose rows go to `encoder`.
    init(_ size: PixelSize, rowCount: Int, encoder: any RowConsumer) {
        (width, height) = (size.width, size.height)
        (self.rowCount, self.encoder) = (rowCount, encoder)
        pixels = [UInt8](repeating: 0, count: size.width * 4 * rowCount)
    }

    /// Gives a row that may still be drawn upon to `body`.
    func withRow(_ row: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Void) {
        pixels.withUnsafeMutableBufferPointer { pixels in
            guard let base = pixels.baseAddress else { return }
            body(base + row % rowCount * width * 4)
        }
    }

    /// Encodes the rows above `row`, which no piece will touch any more.
    func finishRows(above row: Int) throws(ImagingError) {
        while finishedRowCount < min(row, height) {
            let start = finishedRowCount % rowCount * width * 4
            let range = start..<start + width * 4
            let row = Array(pixels[range])
            try encoder.consume(row.span)
            pixels.withUnsafeMutableBufferPointer { $0[range].update(repeating: 0) }
            finishedRowCount += 1
        }
        if finishedRowCount == height, row >= height { try close() }
    }

    private func close() throws(ImagingError) {
        pixels = []
        try encoder.finish()
    }
}
