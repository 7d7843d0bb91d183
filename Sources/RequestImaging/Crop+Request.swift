import Imaging
import StageContracts

extension Imaging.Crop {
    /// The imaging engine's form of a crop.
    init(_ crop: StageContracts.Crop) {
        self.init(Shape(crop), at: Place(crop))
    }
}

extension Imaging.Crop.Shape {
    fileprivate init(_ crop: StageContracts.Crop) {
        if let ratio = crop.aspectRatio {
            self = .aspectRatio(width: ratio.width, height: ratio.height)
        } else {
            self = .size(PixelSize(width: crop.width ?? 0, height: crop.height ?? 0))
        }
    }
}

extension Imaging.Crop.Place {
    fileprivate init(_ crop: StageContracts.Crop) {
        if let left = crop.x, let top = crop.y {
            self = .corner(left: left, top: top)
        } else if let point = crop.focalPoint {
            self = .focalPoint(x: point.x, y: point.y)
        } else {
            self = crop.gravity.map(Self.init) ?? .gravity(.center)
        }
    }

    private init(_ gravity: CropGravity) {
        // All words but one are a gravity's.
        self = Imaging.Gravity(rawValue: gravity.rawValue).map(Self.gravity) ?? .attention
    }
}
