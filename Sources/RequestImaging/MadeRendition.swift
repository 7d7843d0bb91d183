package import Imaging
package import StageContracts

/// A rendition and the picture that was made for it.
package struct MadeRendition {
    /// What was asked for.
    package let rendition: Rendition
    /// What was asked to be done to the source before all renditions.
    let sourceOperations: [StageContracts.Operation]
    /// The file.
    package let image: RenderedImage
}
