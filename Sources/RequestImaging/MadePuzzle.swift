package import Imaging
package import Jigsaw
package import StageContracts

/// A puzzle's files.
package struct MadePuzzle {
    /// What was asked for.
    package let order: PuzzleOrder
    /// The sheets, in order.
    package let sheets: [PuzzleSheet]
    /// The small picture.
    package let thumbnail: RenderedImage

    /// What the owner may not expect of the source; the small picture tells of it as the sheets would.
    package var warnings: [Warning] {
        thumbnail.notices.map { Warning($0, of: PuzzleFolder.thumbnailName, thumbnail.format) }
    }
}
