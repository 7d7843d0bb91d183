/// What a file's header says, read without allocating a pixel.
package struct ImageInfo: Hashable, Sendable {
    /// The format by the file's bytes.
    package var format: ImageFormat
    /// The size as the rows are stored.
    package var storedSize: PixelSize
    /// How the stored rows become upright; `up` where the file says nothing or nonsense.
    package var orientation: Orientation
    /// Whether some pixel may be transparent.
    package var hasAlpha: Bool
    /// Whether a progressive JPEG or an interlaced PNG: a coarse picture comes first.
    package var isProgressive: Bool
    /// Pictures in the file; 1 unless it is an animation.
    package var frameCount: Int
    /// The file's length.
    package var byteCount: Int
    /// Whether the file is cut off or broken in a way that shows without decoding; only where that is tolerated.
    package var isDamaged: Bool
    /// The photographic metadata; nil where there are none.
    package var exif: EXIF?
    /// What decoding must hold at once beside rows, in bytes, at full scale.
    var wholeImageByteCount: Int
    /// The largest divisor of both sides that the decoder can apply, and that leaves no trace in the picture's brightness.
    var largestDenominator: Int
    /// How far chroma stays coarser than luma after scaled decoding.
    var residualSubsampling: ResidualSubsampling
    /// Whether a decode at a smaller scale takes almost as long: of a progressive JPEG, unless inks are to be converted.
    var scalesAtLittleGain: Bool
    /// Passes over the whole picture in a JPEG, 1 elsewhere.
    var scanCount: Int
    /// What decoding takes at full scale, in steps of which a core does about a billion in a second.
    ///
    /// An upper estimate from components, sampling, depth, scans, interlacing and the file's length.
    var decodingWork: Int

    /// The size as people see the picture.
    package var size: PixelSize {
        orientation.applied(to: storedSize)
    }

    /// Reads the header of `bytes`; the rest of them may be damaged where that is tolerated.
    ///
    /// - Throws: `unsupportedFormat`, `truncated` or `damaged`, and of the limits only `tooManyParts`: for the others see
    ///   `ImageLimits.admit`.
    package init(
        reading bytes: [UInt8],
        toleratingDamage: Bool = false,
        limits: ImageLimits = ImageLimits()
    ) throws(ImagingError) {
        self = try ImageStructure(reading: bytes, toleratingDamage: toleratingDamage, limits: limits).info
    }

    /// An info of the given values; the rest is what most files have.
    init(format: ImageFormat, storedSize: PixelSize, byteCount: Int) {
        self.format = format
        self.storedSize = storedSize
        self.byteCount = byteCount
        orientation = .up
        hasAlpha = false
        isProgressive = false
        frameCount = 1
        wholeImageByteCount = 0
        largestDenominator = format == .png ? 1 : 8
        residualSubsampling = ResidualSubsampling()
        scalesAtLittleGain = false
        scanCount = 1
        decodingWork = 0
        isDamaged = false
    }
}
