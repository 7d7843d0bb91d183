/// What edits and encoders take for a pixel, in steps of which a core does about a billion in a second.
///
/// Measured on a photo of 3 megapixels, each value with some room. Deflate and lossless WebP depend on what is to be
/// seen: noise takes half of it at the upper levels.
enum PixelWork {
    /// A pixel that is made by weighing others.
    static let resampling = 6
    /// The same where light is weighed, for each pixel that is looked at.
    static let lightResampling = 12
    /// A pixel that is only moved, mixed with a colour or looked at.
    static let moving = 4
    /// A pixel sampled between others.
    static let rotation = 30
    /// A pixel blurred, however wide.
    static let blur = 8
    /// A pixel blurred and compared with itself.
    static let sharpening = 12
    /// A pixel changed by one matrix or curve.
    static let adjustment = 6
    /// A pixel of a mark, drawn and laid over another.
    static let overlay = 12

    /// A sequential JPEG, one with its own code tables, and one of several scans.
    static let jpeg = (plain: 3, optimized: 8, progressive: 20)
    /// A PNG of zlib's levels 0…9.
    static let png = [25, 60, 60, 70, 75, 120, 200, 260, 500, 700]
    /// A lookup among at most 256 colours.
    static let palette = 15
    /// A lossy WebP of the methods 0…6.
    static let lossyWebP = [25, 35, 40, 80, 80, 100, 220]
    /// A lossless WebP of method 0 and quality 0, and of the methods 0…6 otherwise.
    static let fastestLosslessWebP = 100
    static let losslessWebP = [800, 1_000, 1_000, 1_000, 1_100, 1_100, 1_200]
    /// How many encodes find the quality of a file of a given size.
    static let searchedEncodes = 6
}

extension Encoding {
    /// Steps for a picture of `size`.
    func work(on size: PixelSize) -> Int {
        size.pixelCount.multiplied(by: pixelWork)
    }

    private var pixelWork: Int {
        switch self {
        case .jpeg(let options) where options.isProgressive: PixelWork.jpeg.progressive
        case .jpeg(let options):
            options.optimizesCoding ? PixelWork.jpeg.optimized : PixelWork.jpeg.plain
        case .png(let options):
            Self.level(options.compressionLevel, PixelWork.png)
                + (options.usesPalette ? PixelWork.palette : 0)
        case .webp(let options) where options.isLossless && (options.method, options.quality) == (0, 0):
            PixelWork.fastestLosslessWebP
        case .webp(let options):
            Self.level(
                options.method,
                options.isLossless ? PixelWork.losslessWebP : PixelWork.lossyWebP
            )
        }
    }

    private static func level(_ level: Int, _ table: [Int]) -> Int {
        table[min(max(0, level), table.count - 1)]
    }
}
