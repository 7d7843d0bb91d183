package import Imaging
package import Jigsaw

/// A puzzle's files.
package struct MadePuzzle {
    /// What was asked for.
    package let order: PuzzleOrder
    /// The sheets, in order.
    package let sheets: [PuzzleSheet]
    /// The small picture.
    package let thumbnail: RenderedImage
}
