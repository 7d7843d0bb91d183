import Imaging
import StageContracts

/// A rendition and the picture that was made for it.
struct MadeRendition {
    let rendition: Rendition
    let image: RenderedImage
}
