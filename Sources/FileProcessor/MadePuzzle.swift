import Imaging
import Jigsaw

/// A puzzle's files.
struct MadePuzzle {
    let order: PuzzleOrder
    let sheets: [PuzzleSheet]
    let thumbnail: RenderedImage
}
