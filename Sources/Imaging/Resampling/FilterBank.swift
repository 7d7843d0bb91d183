/// The weights of every output pixel of an axis, in fixed point.
///
/// Each pixel has its own phase; its weights add up to exactly one, so that a flat field stays exactly flat. Next to an
/// edge the kernel is cut and the rest weighs more.
struct FilterBank {
    /// The number of weights of each output pixel.
    let tapCount: Int
    /// The weights of each output pixel with zeros up to a multiple of eight, for vectors.
    let stride: Int
    /// For each output pixel the first input pixel that it weighs; `starts + tapCount` never passes the input's end.
    let starts: [Int32]
    /// `stride` weights for each output pixel, one after the other.
    let coefficients: [Int16]
    /// Fractional bits of the weights.
    let precision: Int

    /// The bank for `axis`, for samples of at most the magnitude `maximumInput`: sums of products stay within 32 bits.
    init(_ axis: ResampleAxis, _ filter: ResampleFilter, maximumInput: Int) {
        self.init(FilterWindows(axis, filter), inputCount: axis.inputCount, maximumInput: maximumInput)
    }

    /// The bank of exact weights of `inputCount` pixels.
    init(_ windows: FilterWindows, inputCount: Int, maximumInput: Int) {
        let outputCount = windows.starts.count
        let tapCount = windows.tapCount
        let stride = (tapCount + 7) / 8 * 8
        let precision = Self.precision(for: windows, maximumInput)
        var coefficients = [Int16](repeating: 0, count: outputCount * stride)
        var starts = [Int32](repeating: 0, count: outputCount)
        coefficients.withUnsafeMutableBufferPointer { coefficients in
            for index in 0..<outputCount {
                let window = windows.starts[index]
                let start = min(window, inputCount - tapCount)
                starts[index] = Int32(start)
                let place = index * stride + window - start
                let twin = windows.twins[index]
                windows.withWeights(of: index) { weights in
                    let target = coefficients[place..<place + weights.count]
                    guard twin != index else {
                        return Self.round(weights, precision, into: .init(rebasing: target))
                    }
                    let first = twin * stride + windows.starts[twin] - Int(starts[twin])
                    _ = target.update(fromContentsOf: coefficients[first..<first + weights.count])
                }
            }
        }
        self.tapCount = tapCount
        self.stride = stride
        self.starts = starts
        self.coefficients = coefficients
        self.precision = precision
    }

    /// As many bits as 16-bit weights and 32-bit sums of products have room for; from 8 to 22.
    private static func precision(for windows: FilterWindows, _ maximumInput: Int) -> Int {
        var precision = 8
        while precision < 22, hasRoom(for: windows, precision + 1, maximumInput) {
            precision += 1
        }
        return precision
    }

    private static func hasRoom(for windows: FilterWindows, _ precision: Int, _ maximumInput: Int) -> Bool {
        let one = Double(1 << precision)
        // Rounding moves a weight by a half, and to bring their sum to one by another one at most.
        let largestWeight = windows.largest * one + 1
        let largestSum = (windows.reach * one + Double(windows.tapCount)) * Double(maximumInput)
        // Sums begin with half of what is shifted out: of the weights' bits and, where they end in bytes, the samples'.
        let half = Double(1 << (precision + PixelKernels.fractionBits - 1))
        return largestWeight <= Double(Int16.max) && largestSum + half <= Double(Int32.max)
    }

    /// Writes the weights in fixed point with a sum of exactly one: what rounding left over goes to those in the
    /// middle, where it changes least.
    private static func round(
        _ weights: UnsafeBufferPointer<Double>,
        _ precision: Int,
        into coefficients: UnsafeMutableBufferPointer<Int16>
    ) {
        let one = Double(1 << precision)
        var rest = 1 << precision
        for index in weights.indices {
            let exact = weights[index] * one
            let value = Int(exact < 0 ? exact - 0.5 : exact + 0.5)
            coefficients[index] = Int16(truncatingIfNeeded: value)
            rest -= value
        }
        let sign = Int16(rest.signum())
        var next = max(0, (weights.count - Int(rest.magnitude)) / 2)
        for _ in 0..<rest.magnitude {
            coefficients[next] += sign
            next = next + 1 < weights.count ? next + 1 : 0
        }
    }
}
