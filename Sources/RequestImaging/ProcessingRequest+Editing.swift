package import Imaging
package import StageContracts

extension ProcessingRequest {
    /// Refuses operations that cannot be done to an upright picture of that size, before a pixel is touched.
    ///
    /// - Throws: A failure with the place of every operation that does not fit, as far as sizes tell.
    package func checkOperations(on source: PixelSize) throws(ImageFailure) {
        var check = OperationCheck()
        if let edited = try check.follow(operations, on: source, at: .root) {
            for (index, rendition) in renditions.enumerated() {
                // What no file can be is told when it is made.
                guard let size = try? Imaging.Resize(rendition.resize).size(of: edited) else { continue }
                let place = JSONPointer.root.appending("renditions").appending(index)
                _ = try check.follow(rendition.operations, on: size, at: place)
            }
        }
        if let failure = check.failure { throw failure }
    }
}
