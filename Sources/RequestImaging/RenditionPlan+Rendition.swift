package import Imaging
package import StageContracts

extension RenditionPlan {
    /// What the imaging engine is told to make for a rendition of a source of that format.
    ///
    /// - Throws: A failure for a logo that is not among the materials.
    package init(
        _ rendition: Rendition,
        of source: StageContracts.ImageFormat,
        _ materials: OperationMaterials
    ) throws(ImageFailure) {
        let encoding = Imaging.Encoding(rendition, of: source)
        var resize = Imaging.Resize(rendition.resize)
        // The room around a JPEG's picture has the colour that lies behind its transparent pixels.
        if case .jpeg(let options) = encoding, resize.background != nil {
            resize.background = options.background
        }
        self.init(
            resize,
            as: encoding,
            operations: try Imaging.Operation.list(rendition.operations, materials)
        )
        metadata = MetadataFields(rendition.metadata)
        maximumByteCount = rendition.encoding.maximumBytes
        mayBeSource = rendition.encoding.isLeft(to: source)
    }
}
