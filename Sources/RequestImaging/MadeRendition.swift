package import Imaging
package import StageContracts

/// A rendition and the picture that was made for it.
package struct MadeRendition {
    /// What was asked for.
    package let rendition: Rendition
    /// The file.
    package let image: RenderedImage
}
