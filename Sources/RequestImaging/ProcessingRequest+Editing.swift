package import Imaging
package import StageContracts

extension ProcessingRequest {
    /// Refuses operations that cannot be done to an upright picture of that size, before a pixel is touched.
    ///
    /// - Throws: A failure where an operation does not fit.
    package func checkOperations(on source: PixelSize) throws(ImageFailure) {
        // The logo of a watermark may not be there yet.
        let list = try Imaging.Operation.list(operations.filter { !$0.isWatermark }, OperationMaterials())
        do {
            _ = try source.edited(by: list, limits: ImageLimits())
        } catch {
            throw ImageFailure(rendering: error)
        }
    }
}
