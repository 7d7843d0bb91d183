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
        self.init(
            Imaging.Resize(rendition.resize),
            as: Imaging.Encoding(rendition, of: source),
            operations: try Imaging.Operation.list(rendition.operations, materials)
        )
        metadata = MetadataFields(rendition.metadata)
        maximumByteCount = rendition.encoding.maximumBytes
    }
}
