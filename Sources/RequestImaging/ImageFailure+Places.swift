import Imaging
import StageContracts

extension ImageFailure {
    /// The same failure with the places of the operations that cannot be done, where those can be told.
    func located(
        among operations: [(operation: StageContracts.Operation, place: JSONPointer)],
        _ materials: OperationMaterials,
        _ limits: ImageLimits
    ) -> ImageFailure {
        guard code == .impossibleOperation, problems.isEmpty else { return self }
        var problems = operations.compactMap { $0.problem(at: $1, materials, limits) }
        let trims = operations.filter(\.operation.isTrim)
        // Which of several trims leaves nothing, only the pixels tell.
        if problems.isEmpty, trims.count == 1, let trim = trims.first {
            problems = [Problem(trim.place, .impossible, "cannot be done to this picture")]
        }
        return ImageFailure(code, text: text, detail: detail, problems: problems, isPermanent: isPermanent)
    }
}

extension StageContracts.Operation {
    /// Why a watermark cannot be drawn; nil for one that can, and for other operations.
    fileprivate func problem(
        at place: JSONPointer,
        _ materials: OperationMaterials,
        _ limits: ImageLimits
    ) -> Problem? {
        guard case .watermark(let watermark) = self else { return nil }
        let place = place.appending("watermark")
        do {
            if let text = watermark.text {
                try TextMark(text.text, color: .white, fontPath: materials.fontPath).check()
            } else if let file = watermark.image.flatMap({ materials.logos[$0] }) {
                _ = try Logo(file).inspect(limits)
            }
            return nil
        } catch {
            let member = watermark.text == nil ? "image" : "text"
            return Problem(place.appending(member), .impossible, "cannot be drawn: \(error.detail)")
        }
    }
}
