package import Imaging
package import StageContracts

extension Imaging.Encoding {
    /// The encoder and its settings for a rendition; what was not asked for stays at the engine's default.
    package init(_ rendition: Rendition, of source: StageContracts.ImageFormat) {
        let options = rendition.encoding
        switch options.format.resolved(for: source) {
        case .jpeg: self = .jpeg(JPEGOptions(options, background: rendition.resize.background))
        case .png: self = .png(PNGOptions(options))
        case .webp: self = .webp(WebPOptions(options))
        }
    }
}

extension OutputFormat {
    fileprivate func resolved(for source: StageContracts.ImageFormat) -> StageContracts.ImageFormat {
        switch self {
        case .jpeg: .jpeg
        case .png: .png
        case .webp: .webp
        case .preserve: source
        }
    }
}

extension Imaging.Encoding.JPEGOptions {
    fileprivate init(_ options: OutputEncoding, background: StageContracts.Color?) {
        self.init(quality: options.highestQuality)
        isProgressive = options.progressive ?? false
        optimizesCoding = options.optimize ?? false
        switch options.chroma {
        case .full?: chromaSubsampling = .full
        case .half?: chromaSubsampling = .halfWidth
        case .quarter?, nil: chromaSubsampling = .quarter
        }
        // What shines through lies on the white that is there without a colour.
        if let background { self.background = Imaging.Color(background).laid(on: self.background) }
    }
}

extension Imaging.Encoding.PNGOptions {
    fileprivate init(_ options: OutputEncoding) {
        self.init()
        compressionLevel = options.compression ?? compressionLevel
        usesPalette = options.palette ?? false
    }
}

extension Imaging.Encoding.WebPOptions {
    fileprivate init(_ options: OutputEncoding) {
        self.init(quality: options.highestQuality)
        isLossless = options.lossless ?? false
        method = options.effort ?? method
        allowsLessEffort = options.effort == nil
    }
}

extension OutputEncoding {
    /// The quality asked for; where only a largest size is given, it alone decides.
    fileprivate var highestQuality: Int {
        quality ?? (maximumBytes == nil ? 80 : 100)
    }
}
