package import Imaging
package import StageContracts

extension Imaging.Resize {
    /// The imaging engine's form of a size.
    init(_ resize: StageContracts.Resize) {
        self.init(
            width: resize.width,
            height: resize.height,
            fit: Imaging.Resize.Fit(resize.fit),
            background: resize.background.map(Imaging.Color.init),
            allowsEnlargement: resize.enlarge,
            filter: ResampleFilter(resize.filter),
            gravity: Imaging.Gravity(resize.gravity)
        )
        usesLinearLight = resize.linearLight
    }
}

extension Imaging.Resize.Fit {
    fileprivate init(_ fit: StageContracts.Fit) {
        switch fit {
        case .inside: self = .inside
        case .cover: self = .cover
        case .contain: self = .contain
        case .fill: self = .fill
        }
    }
}

extension Imaging.Gravity {
    /// The imaging engine's form of a gravity.
    init(_ gravity: StageContracts.Gravity) {
        switch gravity {
        case .center: self = .center
        case .north: self = .north
        case .northeast: self = .northeast
        case .east: self = .east
        case .southeast: self = .southeast
        case .south: self = .south
        case .southwest: self = .southwest
        case .west: self = .west
        case .northwest: self = .northwest
        }
    }
}

extension ResampleFilter {
    fileprivate init(_ filter: ResizeFilter) {
        switch filter {
        case .nearest: self = .nearest
        case .bilinear: self = .bilinear
        case .mitchell: self = .mitchell
        case .lanczos3: self = .lanczos3
        }
    }
}

extension Imaging.Color {
    /// The imaging engine's form of a colour.
    package init(_ color: StageContracts.Color) {
        self.init(red: color.red, green: color.green, blue: color.blue, alpha: color.alpha)
    }
}
