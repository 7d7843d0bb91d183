import CPixels

/// The inner loops over pixels in the fastest form that the machine can run: the one place that chooses.
///
/// Every set of instructions gives the same bytes.
struct PixelKernels: Sendable {
    /// The sets of instructions.
    enum Instructions: CaseIterable, Sendable {
        case scalar, sse2, avx2, neon
    }

    /// The machine's fastest.
    static let best = PixelKernels(cpixels_kernels_of(cpixels_best_set()).pointee)

    /// Rows between the two passes of resampling have this many fractional bits, so that no pass rounds to a level.
    static let fractionBits = 6
    /// The largest sample between the passes that an 8-bit sample becomes.
    static let maximumSample = 255 << fractionBits

    let functions: cpixels_kernels

    private init(_ functions: cpixels_kernels) {
        self.functions = functions
    }

    /// The kernels of one set; nil where the machine cannot run it.
    init?(_ instructions: Instructions) {
        let set =
            switch instructions {
            case .scalar: CPIXELS_SCALAR
            case .sse2: CPIXELS_SSE2
            case .avx2: CPIXELS_AVX2
            case .neon: CPIXELS_NEON
            }
        guard let functions = cpixels_kernels_of(set) else { return nil }
        self.init(functions.pointee)
    }

    /// Weighs the colours of RGBA bytes by their alpha: only so may pixels be averaged, as the colour of a transparent
    /// pixel must not bleed.
    func premultiply(_ row: UnsafePointer<UInt8>, into output: UnsafeMutablePointer<Int16>, pixelCount: Int) {
        functions.premultiply(row, output, pixelCount)
    }

    /// RGBA bytes of weighted colours; overshoot of a filter is cut.
    func unpremultiply(
        _ row: UnsafePointer<Int16>,
        into output: UnsafeMutablePointer<UInt8>,
        pixelCount: Int
    ) {
        functions.unpremultiply(row, output, pixelCount)
    }

    /// Averages squares of four of one channel; halves are rounded up and down in turn.
    func halve(
        _ upper: UnsafePointer<UInt8>,
        _ lower: UnsafePointer<UInt8>,
        into output: UnsafeMutablePointer<UInt8>,
        count: Int
    ) {
        functions.halve(upper, lower, output, count)
    }

    /// Samples places of a path on a picture of `source` pixels into pixels of a layout that shows as much.
    func sampleCubic(
        _ path: cpixels_path,
        of source: PixelLayout,
        weights: UnsafePointer<Int16>,
        into output: UnsafeMutablePointer<UInt8>,
        _ layout: PixelLayout,
        count: Int
    ) {
        let channels = CInt(layout.channelCount)
        withUnsafePointer(to: path) { path in
            switch source {
            case .gray: functions.sample_gray(path, weights, output, channels, count)
            case .rgb: functions.sample_cubic(path, weights, output, channels, count)
            case .rgba: functions.sample_rgba(path, weights, output, count)
            }
        }
    }

    /// Undoes PNG's filter 0…4 in a row below another one.
    func unfilter(
        _ filter: UInt8,
        _ row: UnsafeMutablePointer<UInt8>,
        above: UnsafePointer<UInt8>,
        count: Int,
        pixel: Int
    ) {
        functions.unfilter(CInt(filter), row, above, count, pixel)
    }

    /// Bytes along each side of the squares that are turned.
    static let squareSide = 16

    /// Turns a square of bytes along its diagonal; strides may be negative.
    func transpose(
        _ source: UnsafePointer<UInt8>,
        stride sourceStride: Int,
        into target: UnsafeMutablePointer<UInt8>,
        stride targetStride: Int
    ) {
        functions.transpose(source, sourceStride, target, targetStride)
    }

    /// JFIF's YCbCr of full range as interleaved RGB.
    func join(
        _ y: UnsafePointer<UInt8>,
        _ cb: UnsafePointer<UInt8>,
        _ cr: UnsafePointer<UInt8>,
        into output: UnsafeMutablePointer<UInt8>,
        count: Int
    ) {
        functions.join_ycc(y, cb, cr, output, count)
    }
}
