/// The IHDR chunk (ISO/IEC 15948 clause 11.2.2).
struct PNGHeader {
    /// What a pixel consists of.
    enum ColorType: UInt8 {
        case gray = 0
        case rgb = 2
        case palette = 3
        case grayAlpha = 4
        case rgba = 6

        /// Samples of a pixel as stored.
        var channelCount: Int {
            switch self {
            case .gray, .palette: 1
            case .grayAlpha: 2
            case .rgb: 3
            case .rgba: 4
            }
        }

        /// Whether pixels carry their own transparency.
        var hasAlpha: Bool {
            self == .grayAlpha || self == .rgba
        }
    }

    /// Width and height in pixels.
    let size: PixelSize
    /// Bits per sample, or per palette index.
    let bitDepth: Int
    /// What a pixel consists of.
    let colorType: ColorType
    /// Whether the rows come in Adam7's seven passes.
    let isInterlaced: Bool

    /// Reads an IHDR chunk's data.
    ///
    /// - Throws: `damaged` for fields out of range.
    init(_ data: ByteView) throws(ImagingError) {
        guard data.count == 13, let depth = data.byte(8), let type = data.byte(9),
            let interlace = data.byte(12),
            let width = data.number(0, byteCount: 4, bigEndian: true),
            let height = data.number(4, byteCount: 4, bigEndian: true),
            let colorType = ColorType(rawValue: type), width > 0, height > 0, interlace <= 1
        else { throw ImagingError(.damaged, "the PNG's header has fields out of range") }
        size = PixelSize(width: width, height: height)
        bitDepth = Int(depth)
        self.colorType = colorType
        isInterlaced = interlace == 1
    }

    /// Bytes of the picture before compression with the filter of each row, at most: of the rows of all passes where they
    /// are interlaced, each of which may end inside a byte.
    var inflatedByteCount: Int {
        let rowCount = isInterlaced ? 2 * size.height + 8 : size.height
        let (sum, overflow) = rawByteCount.addingReportingOverflow(2 * rowCount)
        return overflow ? .max : sum
    }

    /// Bytes of the picture before compression, without the filter of each row.
    var rawByteCount: Int {
        let bits = size.width.multipliedReportingOverflow(by: bitDepth * colorType.channelCount)
        let count = ((bits.partialValue + 7) / 8).multipliedReportingOverflow(by: size.height)
        return bits.overflow || count.overflow ? .max : count.partialValue
    }
}
