package import Imaging
package import StageContracts

extension RenditionPlan {
    /// What the imaging engine is told to make for a rendition of a source of that format.
    package init(_ rendition: Rendition, of source: StageContracts.ImageFormat) {
        self.init(Imaging.Resize(rendition.resize), as: Imaging.Encoding(rendition, of: source))
        metadata = MetadataFields(rendition.metadata)
        maximumByteCount = rendition.encoding.maximumBytes
    }
}

extension Imaging.Resize {
    fileprivate init(_ resize: StageContracts.Resize) {
        self.init(
            width: resize.width,
            height: resize.height,
            fit: Imaging.Resize.Fit(resize.fit),
            background: resize.background.map(Imaging.Color.init),
            allowsEnlargement: resize.enlarge,
            filter: ResampleFilter(resize.filter)
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
