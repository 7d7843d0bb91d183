package import Imaging
package import StageContracts

extension Imaging.Operation {
    /// What the imaging engine is told to do for an operation of a request.
    ///
    /// - Throws: A failure for a logo that is not among the materials.
    package init(
        _ operation: StageContracts.Operation,
        _ materials: OperationMaterials
    ) throws(ImageFailure) {
        switch operation {
        case .crop(let crop): self = .crop(Imaging.Crop(crop))
        case .resize(let resize): self = .resize(Imaging.Resize(resize))
        case .rotate(let rotation):
            self = .rotate(
                Imaging.Rotation(degrees: rotation.angle, background: .behind(rotation.background))
            )
        case .flip: self = .turn(.mirrorVertically)
        case .flop: self = .turn(.mirrorHorizontally)
        case .blur(let blur): self = .blur(Imaging.Blur(sigma: blur.sigma))
        case .sharpen(let mask):
            self = .sharpen(
                Imaging.Sharpen(sigma: mask.sigma, amount: mask.amount, threshold: mask.threshold)
            )
        case .background(let fill): self = .background(Background(Imaging.Color(fill.color)))
        case .trim(let trim):
            let color = trim.color.map(Imaging.Color.init)
            self = .trim(Imaging.Trim(tolerance: trim.tolerance, color: color))
        case .roundedCorners(let corners):
            let background = Imaging.Color.behind(corners.background)
            self = .roundedCorners(Imaging.RoundedCorners(radius: corners.radius, background: background))
        case .grayscale: self = .adjust(.grayscale)
        case .sepia(let strength): self = .adjust(.sepia(strength.amount))
        case .tint(let tint): self = .adjust(.tint(Imaging.Color(tint.color), tint.amount))
        case .brightness(let adjustment): self = .adjust(.brightness(adjustment.amount))
        case .contrast(let adjustment): self = .adjust(.contrast(adjustment.amount))
        case .saturation(let adjustment): self = .adjust(.saturation(adjustment.amount))
        case .gamma(let curve): self = .adjust(.gamma(curve.value))
        case .negate: self = .adjust(.negate)
        case .watermark(let watermark): self = .watermark(try Imaging.Watermark(watermark, materials))
        }
    }

    /// What the imaging engine is told to do for each of a request's operations.
    ///
    /// - Throws: A failure for a logo that is not among the materials.
    package static func list(
        _ operations: [StageContracts.Operation],
        _ materials: OperationMaterials
    ) throws(ImageFailure) -> [Self] {
        try operations.map { operation throws(ImageFailure) in try Self(operation, materials) }
    }
}

extension Imaging.Color {
    /// What lies behind a picture where a request may name a colour.
    fileprivate static func behind(_ color: StageContracts.Color?) -> Imaging.Color {
        color.map(Imaging.Color.init) ?? .clear
    }
}
