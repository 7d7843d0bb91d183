/// The exact weights of every output pixel of an axis: each set adds up to one.
struct FilterWindows {
    /// For each output pixel the first input pixel that it weighs.
    private(set) var starts: [Int] = []
    /// Weights of the widest window.
    private(set) var tapCount = 1
    /// The largest magnitude of a weight.
    private(set) var largest = 0.0
    /// The largest sum of magnitudes of a window.
    private(set) var reach = 0.0
    private var values: [Double] = []
    private var offsets = [0]

    /// No windows yet, with room for `capacity` weights.
    init(capacity: Int) {
        values.reserveCapacity(capacity)
    }

    /// Adds the window of the next output pixel; its weights are brought to a sum of one.
    mutating func append(_ window: (start: Int, weights: [Double])) {
        values += window.weights
        starts.append(window.start)
        normalise(window.weights.count)
    }

    /// The windows for `axis`.
    init(_ axis: ResampleAxis, _ filter: ResampleFilter) {
        let scale = axis.length / Double(axis.outputCount)
        let width = max(1, scale)
        starts.reserveCapacity(axis.outputCount)
        offsets.reserveCapacity(axis.outputCount + 1)
        values.reserveCapacity(axis.outputCount * (Int(2 * filter.support * width) + 2))
        let step = ResampleFilter.Step(1 / width)
        for index in 0..<axis.outputCount {
            let center = axis.origin + (Double(index) + 0.5) * scale
            append(axis, filter, step, center: center, width: width)
        }
    }

    /// The weights of output pixel `index`.
    func weights(of index: Int) -> ArraySlice<Double> {
        values[offsets[index]..<offsets[index + 1]]
    }

    private mutating func append(
        _ axis: ResampleAxis,
        _ filter: ResampleFilter,
        _ step: ResampleFilter.Step,
        center: Double,
        width: Double
    ) {
        let support = filter.support * width
        // The pixels whose centres lie within the kernel; at least one.
        let nearest = filter == .nearest ? center : center - support + 0.5
        let usable = axis.usable
        let first = min(max(usable.lowerBound, Int(nearest.rounded(.down))), usable.upperBound - 1)
        let end = max(first + 1, min(usable.upperBound, Int((center + support + 0.5).rounded(.down))))
        let count = filter == .nearest ? 1 : end - first
        filter.appendWeights(
            from: (Double(first) + 0.5 - center) / width,
            step: step,
            count: count,
            to: &values
        )
        guard axis.spread > 0 else {
            starts.append(first)
            return normalise(count)
        }
        starts.append(max(usable.lowerBound, first - 1))
        spread(count, from: first, by: axis.spread, within: usable)
    }

    /// Lets each of the last `count` weights take `part` of its sample from its two neighbours; beyond an edge there is the
    /// last sample.
    private mutating func spread(
        _ count: Int,
        from first: Int,
        by part: Double,
        within usable: Range<Int>
    ) {
        let weights = values.suffix(count)
        let start = max(usable.lowerBound, first - 1)
        var wide = [Double](repeating: 0, count: min(usable.upperBound, first + count + 1) - start)
        for (index, weight) in zip((first - start)..., weights) {
            wide[index] += (1 - part) * weight
            wide[max(0, index - 1)] += part / 2 * weight
            wide[min(wide.count - 1, index + 1)] += part / 2 * weight
        }
        values.removeLast(count)
        values += wide
        normalise(wide.count)
    }

    private mutating func normalise(_ count: Int) {
        let range = values.count - count..<values.count
        var sum = 0.0
        for index in range {
            sum += values[index]
        }
        if sum == 0 {
            values[range.lowerBound] = 1
            sum = 1
        }
        var magnitude = 0.0
        for index in range {
            values[index] /= sum
            magnitude += values[index].magnitude
            largest = max(largest, values[index].magnitude)
        }
        reach = max(reach, magnitude)
        tapCount = max(tapCount, count)
        offsets.append(values.count)
    }
}
