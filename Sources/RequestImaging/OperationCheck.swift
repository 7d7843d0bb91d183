import Imaging
import StageContracts

/// Does operations to the size of a picture alone, and notes those that do not fit.
struct OperationCheck {
    private var misfits: [(place: JSONPointer, error: ImagingError)] = []

    /// Follows operations until one does not fit.
    ///
    /// - Parameters:
    ///   - operations: What is to be done.
    ///   - size: The size of the upright picture before.
    ///   - place: The object that has the operations.
    /// - Returns: The size afterwards; nil where an operation does not fit, or where only the pixels tell.
    /// - Throws: A failure for an operation that needs more than its size.
    mutating func follow(
        _ operations: [StageContracts.Operation],
        on size: PixelSize,
        at place: JSONPointer
    ) throws(ImageFailure) -> PixelSize? {
        var (current, isExact) = (size, true)
        for (index, operation) in operations.enumerated() where !operation.isWatermark {
            // A resize keeps a shape that is not known then.
            if case .resize = operation, !isExact { return nil }
            let list = try Imaging.Operation.list([operation], OperationMaterials())
            do {
                current = try current.edited(by: list, limits: ImageLimits())
            } catch {
                misfits.append((place.appending("operations").appending(index), error))
                return nil
            }
            if operation.isTrim { isExact = false }
        }
        return isExact ? current : nil
    }

    /// The failure of the request; nil where everything fits.
    var failure: ImageFailure? {
        guard let first = misfits.first else { return nil }
        let failure = ImageFailure(rendering: first.error)
        let problems = misfits.map { Problem($0.place, .impossible, "cannot be done: \($0.error.detail)") }
        let text =
            misfits.count == 1 ? failure.text : "\(misfits.count) operations cannot be done to this picture."
        return ImageFailure(failure.code, text: text, detail: failure.detail, problems: problems)
    }
}
