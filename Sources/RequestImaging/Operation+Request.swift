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
        if case .watermark(let watermark) = operation {
            self = .watermark(try Imaging.Watermark(watermark, materials))
        } else if let adjustment = ColorAdjustment(operation) {
            self = .adjust(adjustment)
        } else {
            self = try Self(shaping: operation)
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

    private init(shaping operation: StageContracts.Operation) throws(ImageFailure) {
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
        case .grayscale, .sepia, .tint, .brightness, .contrast, .saturation, .gamma, .negate, .watermark:
            let text = "changes of colour and watermarks are told apart before"
            throw ImageFailure(ImagingError(.impossibleOperation, text))
        }
    }
}

extension Imaging.Color {
    /// What lies behind a picture where a request may name a colour.
    fileprivate static func behind(_ color: StageContracts.Color?) -> Imaging.Color {
        color.map(Imaging.Color.init) ?? .clear
    }
}

extension ColorAdjustment {
    /// The change of colour that an operation is; nil for others.
    fileprivate init?(_ operation: StageContracts.Operation) {
        switch operation {
        case .grayscale: self = .grayscale
        case .sepia(let strength): self = .sepia(strength.amount)
        case .tint(let tint): self = .tint(Imaging.Color(tint.color), tint.amount)
        case .brightness(let adjustment): self = .brightness(adjustment.amount)
        case .contrast(let adjustment): self = .contrast(adjustment.amount)
        case .saturation(let adjustment): self = .saturation(adjustment.amount)
        case .gamma(let curve): self = .gamma(curve.value)
        case .negate: self = .negate
        default: return nil
        }
    }
}
