/// The weights of every output pixel of an axis, in fixed point.
///
/// Each pixel has its own phase; its weights add up to exactly one, so that a flat field stays exactly flat. Next to an
/// edge the kernel is cut and the rest weighs more.
struct FilterBank {
    /// The number of weights of each output pixel.
    let tapCount: Int
    /// For each output pixel the first input pixel that it weighs; `starts + tapCount` never passes the input's end.
    let starts: [Int]
    /// `tapCount` weights for each output pixel, one after the other.
    let coefficients: [Int16]
    /// Fractional bits of the weights.
    let precision: Int

    /// The bank for `axis`, for samples of at most the magnitude `maximumInput`: sums of products stay within 32 bits.
    init(_ axis: ResampleAxis, _ filter: ResampleFilter, maximumInput: Int) {
        let windows = (0..<axis.outputCount).map { Self.window(axis, filter, $0) }
        let tapCount = windows.map(\.weights.count).max() ?? 1
        let precision = Self.precision(for: windows, maximumInput)
        var coefficients = [Int16](repeating: 0, count: axis.outputCount * tapCount)
        var starts: [Int] = []
        starts.reserveCapacity(axis.outputCount)
        for (index, window) in windows.enumerated() {
            let start = min(window.start, axis.inputCount - tapCount)
            let first = index * tapCount + window.start - start
            let rounded = Self.rounded(window.weights, precision)
            coefficients.replaceSubrange(first..<first + rounded.count, with: rounded)
            starts.append(start)
        }
        self.tapCount = tapCount
        self.starts = starts
        self.coefficients = coefficients
        self.precision = precision
    }

    private typealias Window = (start: Int, weights: [Double])

    private static func window(_ axis: ResampleAxis, _ filter: ResampleFilter, _ index: Int) -> Window {
        let scale = axis.length / Double(axis.outputCount)
        let center = axis.origin + (Double(index) + 0.5) * scale
        guard filter != .nearest else {
            return (min(max(0, Int(center.rounded(.down))), axis.inputCount - 1), [1])
        }
        let width = max(1, scale)
        let support = filter.support * width
        // The pixels whose centres lie within the kernel; at least one.
        let first = min(max(0, Int((center - support + 0.5).rounded(.down))), axis.inputCount - 1)
        let last = max(first + 1, min(axis.inputCount, Int((center + support + 0.5).rounded(.down))))
        let weights = (first..<last).map { filter.weight(at: (Double($0) + 0.5 - center) / width) }
        let sum = weights.reduce(0, +)
        return (first, sum == 0 ? [1] : weights.map { $0 / sum })
    }

    /// As many bits as 16-bit weights and 32-bit sums of products have room for.
    private static func precision(for windows: [Window], _ maximumInput: Int) -> Int {
        let largest = windows.lazy.map { $0.weights.lazy.map(\.magnitude).max() ?? 1 }.max() ?? 1
        let reach = windows.lazy.map { $0.weights.lazy.map(\.magnitude).reduce(0, +) }.max() ?? 1
        var precision = 8
        while precision < 22 {
            let one = Double(1 << (precision + 1))
            guard largest * one <= 32_766, reach * one * Double(maximumInput) < 2_000_000_000 else { break }
            precision += 1
        }
        return precision
    }

    /// The weights in fixed point with a sum of exactly one: the rest goes to those that rounding wronged most.
    private static func rounded(_ weights: [Double], _ precision: Int) -> [Int16] {
        let one = 1 << precision
        var values = weights.map { Int(($0 * Double(one)).rounded()) }
        let rest = one - values.reduce(0, +)
        guard rest != 0 else { return values.map { Int16($0) } }
        let sign = rest.signum()
        let losses = weights.indices.map { (weights[$0] * Double(one) - Double(values[$0])) * Double(sign) }
        let order = losses.indices.sorted { (losses[$0], $1) > (losses[$1], $0) }
        for index in order.prefix(Int(rest.magnitude)) {
            values[index] += sign
        }
        return values.map { Int16($0) }
    }
}
