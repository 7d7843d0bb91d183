/// The file format of a rendition, with its encoder's settings.
package enum Encoding: Hashable, Sendable {
    /// A JPEG file.
    case jpeg(JPEGOptions = JPEGOptions())
    /// A PNG file.
    case png(PNGOptions = PNGOptions())
    /// A WebP file.
    case webp(WebPOptions = WebPOptions())

    /// The format alone.
    package var format: ImageFormat {
        switch self {
        case .jpeg: .jpeg
        case .png: .png
        case .webp: .webp
        }
    }

    /// How a JPEG is written.
    package struct JPEGOptions: Hashable, Sendable {
        /// Which part of the colour samples is kept.
        package enum ChromaSubsampling: String, CaseIterable, Hashable, Sendable {
            /// One colour sample for each pixel.
            case full = "4:4:4"
            /// One for two neighbours in a row.
            case halfWidth = "4:2:2"
            /// One for a square of four: what photos need.
            case quarter = "4:2:0"
        }

        /// 1…100.
        package var quality = 80
        /// Whether the picture appears coarse first; costs the memory of the whole picture.
        package var isProgressive = false
        /// Whether a second pass makes the file some percent smaller.
        package var optimizesCoding = false
        /// Which part of the colour samples is kept.
        package var chromaSubsampling = ChromaSubsampling.quarter
        /// What transparent pixels lie on, as JPEG has no alpha.
        package var background = Color.white

        /// Quality 80, 4:2:0, sequential.
        package init(quality: Int = 80) {
            self.quality = quality
        }
    }

    /// How a PNG is written.
    package struct PNGOptions: Hashable, Sendable {
        /// 0 (none) … 9 (smallest), zlib's levels.
        package var compressionLevel = 4
        /// Whether a palette is used where every pixel is one of at most 256 colours.
        package var usesPalette = false

        /// The default level.
        package init() {}
    }

    /// How a WebP is written.
    package struct WebPOptions: Hashable, Sendable {
        /// 0…100: the quality of a lossy file, the effort of a lossless one.
        package var quality = 80
        /// 0 (fastest) … 6 (smallest).
        ///
        /// Measured on photos (Benchmarks/RESULTS.md): 2 takes a third more time than 1 for 8 to 22 % fewer bytes, 3 and 4 take
        /// twice the time of 2 for 5 % fewer.
        package var method = 2
        /// Whether every pixel is kept exactly.
        package var isLossless = false
        /// Whether a request that would otherwise take too long is carried out with the least effort.
        package var allowsLessEffort = false
        /// Whether rows with alpha are coded as they come, which only a lossless file without metadata can be: it takes a
        /// quarter of the memory and less time than libwebp's fastest method, and the file is some percent larger.
        package var isStreamed = false

        /// Lossy, quality 80.
        package init(quality: Int = 80) {
            self.quality = quality
        }
    }
}
