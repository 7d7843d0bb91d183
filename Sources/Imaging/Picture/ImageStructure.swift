/// The parts of a file of any known format, found without decoding.
enum ImageStructure {
    case jpeg(JPEGStructure)
    case png(PNGStructure)
    case webp(WebPStructure)

    /// Walks over the parts of `bytes`, as far as they go where damage is tolerated.
    ///
    /// - Throws: `unsupportedFormat`, `truncated` or `damaged`; `tooManyParts` by the limits.
    init(
        reading bytes: [UInt8],
        toleratingDamage tolerant: Bool = false,
        limits: ImageLimits = ImageLimits()
    ) throws(ImagingError) {
        switch ImageFormat(sniffing: bytes) {
        case .jpeg:
            self = .jpeg(try JPEGStructure(reading: bytes, toleratingDamage: tolerant, limits: limits))
        case .png: self = .png(try PNGStructure(reading: bytes, toleratingDamage: tolerant, limits: limits))
        case .webp:
            self = .webp(try WebPStructure(reading: bytes, toleratingDamage: tolerant, limits: limits))
        case nil: throw UnknownFormat.error(for: bytes)
        }
    }

    /// What the header says.
    var info: ImageInfo {
        switch self {
        case .jpeg(let structure): structure.info
        case .png(let structure): structure.info
        case .webp(let structure): structure.info
        }
    }
}
