/// A puzzle that was cut for the request.
package struct CutPuzzle: Codable, Equatable, Sendable {
    /// The key of its `puzzle.json`, which describes the pieces and names the sheets beside it.
    package var key: String
    /// A link to that document.
    package var url: String?
    /// When the link ends to work.
    package var urlExpiresAt: Timestamp?
    /// Size of the document.
    package var bytes: Int
    /// Rows of pieces.
    package var rows: Int
    /// Columns of pieces.
    package var columns: Int
    /// Width of the picture in pixels.
    package var width: Int
    /// Height of the picture in pixels.
    package var height: Int
    /// What the cut was drawn from.
    package var seed: Int
    /// How tabs are drawn.
    package var style: TabStyle
    /// The names of the outputs that are its sheets, in order.
    package var sheets: [String]
    /// The name of the output that is its small picture.
    package var thumbnail: String

    /// A puzzle whose document has the given key, link and size.
    package init(
        key: String,
        url: String? = nil,
        urlExpiresAt: Timestamp? = nil,
        bytes: Int,
        grid: (rows: Int, columns: Int),
        picture: (width: Int, height: Int),
        seed: Int,
        style: TabStyle,
        sheets: [String],
        thumbnail: String
    ) {
        (self.key, self.url, self.urlExpiresAt, self.bytes) = (key, url, urlExpiresAt, bytes)
        (rows, columns) = grid
        (width, height) = picture
        (self.seed, self.style) = (seed, style)
        (self.sheets, self.thumbnail) = (sheets, thumbnail)
    }
}
