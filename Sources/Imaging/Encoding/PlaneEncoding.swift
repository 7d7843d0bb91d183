/// How a file is written whose encoder takes planes of Y, Cb and Cr as they are.
enum PlaneEncoding {
    case jpeg(Encoding.JPEGOptions)
    case webp(Encoding.WebPOptions)

    /// Nil where the encoder of `encoding` takes rows of RGB only.
    init?(_ encoding: Encoding) {
        switch encoding {
        case .jpeg(let options): self = .jpeg(options)
        case .webp(let options) where !options.isLossless: self = .webp(options)
        case .png, .webp: return nil
        }
    }

    /// Which part of the colour samples the encoder takes.
    var chromaSubsampling: Encoding.JPEGOptions.ChromaSubsampling {
        switch self {
        case .jpeg(let options): options.chromaSubsampling
        case .webp: .quarter
        }
    }
}
