import CPixels

/// A sample of the rows that are weighed first: a byte, or what comes of weighing.
protocol WeighedSample: FixedWidthInteger {
    /// Its fractional bits.
    static var fractionBits: Int { get }

    /// Calls the kernel for rows of such samples.
    static func weigh(
        _ functions: cpixels_kernels,
        _ rows: UnsafePointer<UnsafePointer<Self>?>,
        _ weights: UnsafePointer<Int16>,
        _ tapCount: CInt,
        _ shift: CInt,
        _ output: UnsafeMutablePointer<Int16>,
        _ count: Int
    )

    /// Weighs rows into two: the second from those behind the first `lag`, by weights of its own.
    static func weighTwice(
        _ functions: cpixels_kernels,
        _ rows: UnsafePointer<UnsafePointer<Self>?>,
        _ weights: (UnsafePointer<Int16>, UnsafePointer<Int16>),
        lag: CInt,
        _ tapCount: CInt,
        _ shift: CInt,
        _ outputs: (UnsafeMutablePointer<Int16>, UnsafeMutablePointer<Int16>),
        _ count: Int
    )
}

extension UInt8: WeighedSample {
    static let fractionBits = 0

    static func weigh(
        _ functions: cpixels_kernels,
        _ rows: UnsafePointer<UnsafePointer<UInt8>?>,
        _ weights: UnsafePointer<Int16>,
        _ tapCount: CInt,
        _ shift: CInt,
        _ output: UnsafeMutablePointer<Int16>,
        _ count: Int
    ) {
        functions.weigh_bytes(rows, weights, tapCount, shift, output, count)
    }

    static func weighTwice(
        _ functions: cpixels_kernels,
        _ rows: UnsafePointer<UnsafePointer<UInt8>?>,
        _ weights: (UnsafePointer<Int16>, UnsafePointer<Int16>),
        lag: CInt,
        _ tapCount: CInt,
        _ shift: CInt,
        _ outputs: (UnsafeMutablePointer<Int16>, UnsafeMutablePointer<Int16>),
        _ count: Int
    ) {
        functions.weigh_bytes_twice(
            rows,
            weights.0,
            weights.1,
            lag,
            tapCount,
            shift,
            outputs.0,
            outputs.1,
            count
        )
    }
}

extension Int16: WeighedSample {
    static let fractionBits = PixelKernels.fractionBits

    static func weigh(
        _ functions: cpixels_kernels,
        _ rows: UnsafePointer<UnsafePointer<Int16>?>,
        _ weights: UnsafePointer<Int16>,
        _ tapCount: CInt,
        _ shift: CInt,
        _ output: UnsafeMutablePointer<Int16>,
        _ count: Int
    ) {
        functions.weigh_samples(rows, weights, tapCount, shift, output, count)
    }

    static func weighTwice(
        _ functions: cpixels_kernels,
        _ rows: UnsafePointer<UnsafePointer<Int16>?>,
        _ weights: (UnsafePointer<Int16>, UnsafePointer<Int16>),
        lag: CInt,
        _ tapCount: CInt,
        _ shift: CInt,
        _ outputs: (UnsafeMutablePointer<Int16>, UnsafeMutablePointer<Int16>),
        _ count: Int
    ) {
        functions.weigh_samples(rows, weights.0, tapCount, shift, outputs.0, count)
        functions.weigh_samples(rows + Int(lag), weights.1, tapCount, shift, outputs.1, count)
    }
}
