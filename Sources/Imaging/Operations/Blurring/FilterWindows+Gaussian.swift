extension FilterWindows {
    /// How many standard deviations a Gaussian reaches: what is cut off weighs less than 1/15,000, and so less than a level
    /// where a difference from the blur is added ten times.
    private static let reachedSigmas = 4.0

    /// How many pixels have a weight where the standard deviation is `sigma` of them, at most.
    static func reachedCount(sigma: Double) -> Int {
        Int(2 * reachedSigmas * sigma) + 3
    }

    /// The weights of a Gaussian with the standard deviation `sigma` in pixels of an axis of `inputCount`, which goes on
    /// mirrored beyond its ends, for `outputCount` pixels that cover all of it.
    init(mirrored inputCount: Int, outputCount: Int, sigma: Double) {
        self.init(capacity: outputCount * Self.reachedCount(sigma: sigma))
        let scale = Double(inputCount) / Double(outputCount)
        let reach = Self.reachedSigmas * sigma
        for index in 0..<outputCount {
            let center = (Double(index) + 0.5) * scale
            // As many on both sides, also where the reach ends between two pixels.
            let places = Int((center - reach).rounded(.down))..<Int((center + reach).rounded(.up))
            append(Self.folded(places, into: inputCount) { Self.weight(of: $0, around: center, sigma) })
        }
    }

    private static func weight(of place: Int, around center: Double, _ sigma: Double) -> Double {
        let distance = (Double(place) + 0.5 - center) / sigma
        return PortableMath.exponential(-distance * distance / 2)
    }

    /// The weights of pixels that exist, with those of their mirror images added.
    private static func folded(
        _ places: Range<Int>,
        into count: Int,
        _ weight: (Int) -> Double
    ) -> (start: Int, weights: [Double]) {
        let mirrored = places.map { place in
            let folded = ((place % (2 * count)) + 2 * count) % (2 * count)
            return folded < count ? folded : 2 * count - 1 - folded
        }
        let (first, last) = (mirrored.min() ?? 0, mirrored.max() ?? 0)
        var weights = [Double](repeating: 0, count: last - first + 1)
        for (place, target) in zip(places, mirrored) {
            weights[target - first] += weight(place)
        }
        return (first, weights)
    }
}
