import Imaging
import StageContracts

extension Imaging.Watermark {
    /// The imaging engine's form of a watermark.
    ///
    /// - Throws: A failure for a logo that is not among the materials.
    init(_ watermark: StageContracts.Watermark, _ materials: OperationMaterials) throws(ImageFailure) {
        let gravity = Imaging.Gravity(watermark.gravity)
        self.init(
            try Mark(watermark, materials),
            size: watermark.size,
            opacity: watermark.opacity,
            watermark.tiled ? .tiled : .once(gravity, margin: watermark.margin)
        )
    }
}

extension Imaging.Watermark.Mark {
    fileprivate init(
        _ watermark: StageContracts.Watermark,
        _ materials: OperationMaterials
    ) throws(ImageFailure) {
        if let text = watermark.text {
            let color = watermark.color.map(Imaging.Color.init) ?? .white
            self = .text(TextMark(text.text, color: color, fontPath: materials.fontPath))
        } else {
            self = .logo(Logo(try Self.file(of: watermark, materials)))
        }
    }

    private static func file(
        of watermark: StageContracts.Watermark,
        _ materials: OperationMaterials
    ) throws(ImageFailure) -> [UInt8] {
        guard let logo = watermark.image, let file = materials.logos[logo] else {
            throw ImageFailure(
                .sourceNotFound,
                text: "A logo does not exist.",
                detail: "a logo was not given"
            )
        }
        return file
    }
}
