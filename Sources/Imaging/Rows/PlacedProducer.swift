/// The rows of a transparent canvas with a smaller picture somewhere on it.
struct PlacedProducer<Picture: RowDecoder & ~Copyable>: RowDecoder, ~Copyable {
    private var picture: Picture
    private let left: Int
    private let top: Int
    private var row: [UInt8]
    private var nextRow = 0
    let format: RowFormat
    let pitch = (horizontal: 1.0, vertical: 1.0)

    /// The rows of `picture`, with its corner at (`left`, `top`) of a canvas of `size` that holds all of it.
    init(_ picture: consuming Picture, on size: PixelSize, left: Int, top: Int) {
        self.left = left
        self.top = top
        row = [UInt8](repeating: 0, count: picture.format.rowByteCount)
        self.picture = picture
        format = RowFormat(size: size, layout: .rgba)
    }

    mutating func readRow(into output: inout MutableSpan<UInt8>) throws(ImagingError) {
        for index in output.indices {
            output[index] = 0
        }
        defer { nextRow += 1 }
        guard top..<top + picture.format.size.height ~= nextRow else { return }
        try readPictureRow()
        let channels = picture.format.layout.channelCount
        for column in 0..<picture.format.size.width {
            let target = 4 * (left + column)
            output[target + 3] = 255
            for channel in 0..<channels {
                output[target + channel] = row[channels * column + channel]
            }
        }
    }

    private mutating func readPictureRow() throws(ImagingError) {
        var next = row
        var span = next.mutableSpan
        try picture.readRow(into: &span)
        row = next
    }

    mutating func finish() throws(ImagingError) {
        try picture.finish()
    }
}
