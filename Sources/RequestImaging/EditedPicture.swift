import Imaging
import StageContracts

/// A picture that is looked at for nothing but the size that a request's operations leave of it.
struct EditedPicture {
    private let source: [UInt8]
    private let renderer: Renderer

    /// A look at `source`, a whole file, or what is left of one where that is tolerated.
    init(_ source: [UInt8], toleratesDamage: Bool, limits: ImageLimits) {
        self.source = source
        var renderer = Renderer(limits: limits)
        renderer.toleratesDamage = toleratesDamage
        self.renderer = renderer
    }

    /// The size after `operations`: what the header says, or where there is a trim, what the pixels do.
    ///
    /// - Returns: nil where a watermark comes before a trim: what it covers, only its logo or its font shows.
    /// - Throws: A failure where an operation does not fit, or the pixels cannot be had.
    func size(after operations: [StageContracts.Operation]) throws(ImageFailure) -> PixelSize? {
        let looked = operations.lastIndex(where: \.isTrim).map { operations[...$0] } ?? []
        guard !looked.contains(where: \.isWatermark) else { return nil }
        // One that comes later changes no size.
        let shaping = operations.filter { !$0.isWatermark }
        let list = try Imaging.Operation.list(shaping, OperationMaterials())
        do {
            return try renderer.editedSize(of: source, by: list)
        } catch {
            throw ImageFailure(rendering: error)
        }
    }
}

extension StageContracts.Operation {
    /// Whether it is a watermark, which takes more than the request.
    var isWatermark: Bool {
        if case .watermark = self { true } else { false }
    }
}
