/// The exact weights of every output pixel of an axis: each set adds up to one.
struct FilterWindows {
    /// For each output pixel the first input pixel that it weighs.
    private(set) var starts: [Int] = []
    /// For each output pixel the first one that has the same weights: itself, unless phases repeat.
    private(set) var twins: [Int] = []
    /// Weights of the widest window.
    private(set) var tapCount = 1
    /// The largest magnitude of a weight.
    private(set) var largest = 0.0
    /// The largest sum of magnitudes of a window.
    private(set) var reach = 0.0
    private var values: [Double] = []
    /// Which values are the weights of each output pixel.
    private var ranges: [Range<Int>] = []

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
        let period = axis.period
        starts.reserveCapacity(axis.outputCount)
        twins.reserveCapacity(axis.outputCount)
        ranges.reserveCapacity(axis.outputCount)
        let ownCount = min(axis.outputCount, 2 * (period?.outputs ?? axis.outputCount))
        values.reserveCapacity(ownCount * (Int(2 * filter.support * width) + 2))
        let step = ResampleFilter.Step(1 / width)
        for index in 0..<axis.outputCount {
            if let period, repeatLast(period, within: axis.usable) { continue }
            let center = axis.origin + (Double(index) + 0.5) * scale
            append(axis, filter, step, center: center, width: width)
        }
    }

    /// Reads the weights of output pixel `index` in place.
    func withWeights(of index: Int, _ body: (UnsafeBufferPointer<Double>) -> Void) {
        values.withUnsafeBufferPointer { body(.init(rebasing: $0[ranges[index]])) }
    }

    /// Gives the next output pixel the weights of the one a period ago, unless an edge of `usable` cuts either.
    private mutating func repeatLast(
        _ period: (inputs: Int, outputs: Int),
        within usable: Range<Int>
    ) -> Bool {
        let earlier = starts.count - period.outputs
        guard earlier >= 0, starts[earlier] > usable.lowerBound else { return false }
        let start = starts[earlier] + period.inputs
        guard start + ranges[earlier].count < usable.upperBound else { return false }
        starts.append(start)
        twins.append(twins[earlier])
        ranges.append(ranges[earlier])
        return true
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
        guard axis.spread != 0, count > 1 else {
            starts.append(first)
            return normalise(count)
        }
        // More spread widens the kernel by a pixel at each end; what a negative one would add there is next to nothing.
        let reach = axis.spread > 0 ? 1 : 0
        let pixels = max(usable.lowerBound, first - reach)..<min(usable.upperBound, end + reach)
        starts.append(pixels.lowerBound)
        spread(count, from: first, by: axis.spread, over: pixels)
    }

    /// Widens the last `count` weights, which begin at pixel `first`, by `variance` square pixels.
    ///
    /// Half of it goes to each neighbour of a pixel; below 0 it comes from them, which sharpens. The first and the last of
    /// `pixels` stand for what lies beyond them.
    private mutating func spread(
        _ count: Int,
        from first: Int,
        by variance: Double,
        over pixels: Range<Int>
    ) {
        if pixels.lowerBound < first { values.insert(0, at: values.count - count) }
        if pixels.upperBound > first + count { values.append(0) }
        withLast(pixels.count) { weights in
            var previous = weights[0]
            for index in weights.indices {
                let weight = weights[index]
                let next = index + 1 < weights.count ? weights[index + 1] : weight
                weights[index] = (1 - variance) * weight + variance / 2 * (previous + next)
                previous = weight
            }
        }
        normalise(pixels.count)
    }

    private mutating func normalise(_ count: Int) {
        let (magnitude, largest) = withLast(count) { weights in
            var sum = 0.0
            for weight in weights { sum += weight }
            if sum == 0 {
                weights[0] = 1
                sum = 1
            }
            let scale = 1 / sum
            var (magnitude, largest) = (0.0, 0.0)
            for index in weights.indices {
                let weight = weights[index] * scale
                weights[index] = weight
                magnitude += weight.magnitude
                largest = max(largest, weight.magnitude)
            }
            return (magnitude, largest)
        }
        self.largest = max(self.largest, largest)
        reach = max(reach, magnitude)
        tapCount = max(tapCount, count)
        twins.append(ranges.count)
        ranges.append(values.count - count..<values.count)
    }

    private mutating func withLast<Result>(
        _ count: Int,
        _ body: (UnsafeMutableBufferPointer<Double>) -> Result
    ) -> Result {
        values.withUnsafeMutableBufferPointer { body(.init(rebasing: $0.suffix(count))) }
    }
}
