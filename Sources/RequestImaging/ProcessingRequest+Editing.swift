package import Imaging
package import StageContracts

extension ProcessingRequest {
    /// Refuses operations that cannot be done to an upright picture of that size, before a pixel is touched.
    ///
    /// - Returns: The size of the picture after the request's own operations, at most.
    /// - Throws: A failure where an operation does not fit.
    package func editedSize(of source: PixelSize) throws(ImageFailure) -> PixelSize {
        try source.edited(by: operations)
    }
}

extension PixelSize {
    /// The size of an upright picture of this size after operations of a request, at most.
    ///
    /// - Throws: A failure where an operation does not fit.
    func edited(by operations: [StageContracts.Operation]) throws(ImageFailure) -> PixelSize {
        // A watermark changes no size, and its logo may not be there yet.
        let shaping = operations.filter { if case .watermark = $0 { false } else { true } }
        let list = try Imaging.Operation.list(shaping, OperationMaterials())
        do {
            return try edited(by: list, limits: ImageLimits())
        } catch {
            throw ImageFailure(rendering: error)
        }
    }
}
