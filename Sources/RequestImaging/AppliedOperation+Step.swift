import Imaging
package import StageContracts

extension MadeRendition {
    /// What was done to the original `source` since it came, in the order in which it takes effect; the picture was made of
    /// `stored`, its copy.
    package func operations(since source: SourceDescription?, by stored: StoredImage) -> [AppliedOperation] {
        let turn = stored.treatment == .turned ? source?.orientation : nil
        let normalising = turn.map { AppliedOperation.orient($0, lossless: true) }
        return [normalising].compactMap(\.self) + image.steps.compactMap(applied)
    }

    private func applied(_ step: AppliedStep) -> AppliedOperation? {
        switch step {
        case .turnUpright(let orientation): .orient(orientation.rawValue, lossless: false)
        case .convertToSRGB(let name): .convertProfile(from: name)
        case .crop(let part):
            .crop(x: part.left, y: part.top, width: part.size.width, height: part.size.height)
        case .trim(let part):
            .trim(x: part.left, y: part.top, width: part.size.width, height: part.size.height)
        case .resize(let size, let resize): .resize(to: size, resize)
        case .extend(let size, let color):
            .extend(width: size.width, height: size.height, background: StageContracts.Color(color))
        case .edit(.source, let index): .init(sourceOperations[index])
        case .edit(.rendition, let index): .init(rendition.operations[index])
        case .flatten(let color): .flatten(on: StageContracts.Color(color))
        case .encode(let encoding, let isGray): .encode(encoding, isGray: isGray, image)
        }
    }
}

extension AppliedOperation {
    fileprivate static func resize(to size: PixelSize, _ resize: Imaging.Resize) -> Self {
        let fit: StageContracts.Fit? =
            switch resize.fit {
            case .inside, .contain: nil
            case .cover: .cover
            case .fill: .fill
            }
        return .resize(
            width: size.width,
            height: size.height,
            fit: resize.width == nil || resize.height == nil ? nil : fit,
            filter: ResizeFilter(resize.filter),
            linearLight: resize.usesLinearLight
        )
    }

    fileprivate static func encode(
        _ encoding: Imaging.Encoding,
        isGray: Bool,
        _ image: RenderedImage
    ) -> Self {
        switch encoding {
        case .jpeg(let options):
            .encode(
                .jpeg,
                quality: options.quality,
                chroma: isGray ? nil : ChromaSubsampling(options.chromaSubsampling),
                progressive: options.isProgressive
            )
        case .webp(let options):
            .encode(.webp, quality: options.isLossless ? nil : options.quality, effort: options.method)
        case .png: .encode(.png, quality: nil, palette: image.hasPalette)
        }
    }
}

extension RenderedImage {
    /// Whether a PNG's colour type, the tenth byte of its header's data, says indexed colour.
    fileprivate var hasPalette: Bool { bytes.count > 25 && bytes[25] == 3 }
}

extension ChromaSubsampling {
    fileprivate init(_ subsampling: Imaging.Encoding.JPEGOptions.ChromaSubsampling) {
        switch subsampling {
        case .full: self = .full
        case .halfWidth: self = .half
        case .quarter: self = .quarter
        }
    }
}

extension ResizeFilter {
    fileprivate init(_ filter: ResampleFilter) {
        switch filter {
        case .nearest: self = .nearest
        case .bilinear: self = .bilinear
        case .mitchell: self = .mitchell
        case .lanczos3: self = .lanczos3
        }
    }
}

extension StageContracts.Color {
    fileprivate init(_ color: Imaging.Color) {
        self.init(red: color.red, green: color.green, blue: color.blue, alpha: color.alpha)
    }
}
