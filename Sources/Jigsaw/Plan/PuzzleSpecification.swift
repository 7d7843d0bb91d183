/// What somebody asks of a puzzle, not yet checked.
package struct PuzzleSpecification: Sendable {
    /// Rows of pieces.
    package var rows: Int
    /// Columns of pieces.
    package var columns: Int
    /// The picture's width in pixels; nil to follow the height, or the source where neither is given.
    package var width: Int?
    /// The picture's height in pixels; nil to follow the width, or the source where neither is given.
    package var height: Int?
    /// What the cut is drawn from.
    package var seed: Int
    /// The name of a `PuzzleStyle`.
    package var style: String

    /// A puzzle of `rows` × `columns` pieces of the whole source.
    package init(
        rows: Int,
        columns: Int,
        width: Int? = nil,
        height: Int? = nil,
        seed: Int = 0,
        style: String = PuzzleStyle.classic.rawValue
    ) {
        (self.rows, self.columns, self.width, self.height) = (rows, columns, width, height)
        (self.seed, self.style) = (seed, style)
    }
}
