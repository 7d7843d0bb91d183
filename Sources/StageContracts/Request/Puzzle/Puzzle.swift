/// A jigsaw puzzle to be cut from the picture.
package struct Puzzle: Encodable, Equatable, Sendable {
    /// Rows of pieces.
    package let rows: Int
    /// Columns of pieces.
    package let columns: Int
    /// Width of the picture in pixels; nil to follow the height or the source.
    package let width: Int?
    /// Height of the picture in pixels; nil to follow the width or the source.
    package let height: Int?
    /// What the cut is drawn from, the same seed giving the same cut; nil to derive it from the request id.
    package let seed: Int?
    /// How tabs are drawn.
    package let style: TabStyle
    /// Where in the bucket the puzzle's files lie; nil for beside the renditions.
    package let prefix: ObjectKey?

    /// The most pieces of one puzzle.
    package static let maximumPieceCount = 5_000
    /// The most pixels of the picture.
    package static let maximumPixelCount = 24_000_000
    /// The most bytes of a prefix: a key has 1,024, and the request's id and a file's name follow.
    package static let maximumPrefixLength = 800
    /// The smallest side of a piece in pixels.
    package static let minimumPieceSide = 16
}

extension Puzzle: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("rows", "columns")
        let rows = reader.integer("rows", in: 1...Self.maximumPieceCount)
        let columns = reader.integer("columns", in: 1...Self.maximumPieceCount)
        width = reader.integer("width", in: 1...Resize.maximumSide)
        height = reader.integer("height", in: 1...Resize.maximumSide)
        // The largest whole number that every JSON reader keeps exactly.
        seed = reader.integer("seed", in: 0...9_007_199_254_740_991)
        style = reader.choice("style") ?? .classic
        prefix = reader.text("prefix")
        if let prefix, prefix.text.utf8.count > Self.maximumPrefixLength {
            reader.refuse("prefix", .outOfRange, "must have at most \(Self.maximumPrefixLength) bytes")
        }
        // What is wrong is told already: the rest is looked at all the same, so that every problem is.
        (self.rows, self.columns) = (rows ?? 1, columns ?? 1)
        checkCount(rows, columns, reader)
        checkPieces(reader)
    }

    private func checkCount(_ rows: Int?, _ columns: Int?, _ reader: ObjectReader) {
        guard let rows, let columns, rows * columns > Self.maximumPieceCount else { return }
        reader.refuse("rows", .outOfRange, "times columns must be at most \(Self.maximumPieceCount) pieces")
    }

    /// What is wrong with the sizes, however many pieces there are to be.
    private func checkPieces(_ reader: ObjectReader) {
        if let width, let height, width * height > Self.maximumPixelCount {
            let detail = "times height must be at most \(Self.maximumPixelCount) pixels"
            reader.refuse("width", .outOfRange, detail)
        }
        for (name, side, count) in [("width", width, "columns"), ("height", height, "rows")] {
            guard let side, let count = reader.count(count), side / count < Self.minimumPieceSide else {
                continue
            }
            reader.refuse(name, .outOfRange, "leaves pieces smaller than \(Self.minimumPieceSide) pixels")
        }
    }
}

extension ObjectReader {
    /// A whole number above zero, of which nothing else is asked here.
    fileprivate func count(_ name: String) -> Int? {
        switch value(name) {
        case .integer(let count) where count > 0: count
        case .number(let number) where number > 0: Int(exactly: number)
        default: nil
        }
    }
}
