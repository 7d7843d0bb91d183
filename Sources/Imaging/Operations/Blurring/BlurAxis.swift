/// One axis of a picture that was halved and blurred some times, in pixels of the picture at first.
struct BlurAxis {
    /// Pixels now.
    let count: Int
    /// How many pixels one of now was at first.
    let pitch: Double
    /// The variance of the blur so far.
    let variance: Double

    /// An axis that nothing was done to.
    init(count: Int) {
        self.init(count: count, pitch: 1, variance: 0)
    }

    private init(count: Int, pitch: Double, variance: Double) {
        (self.count, self.pitch, self.variance) = (count, pitch, variance)
    }

    /// The axis with half the pixels, blurred by `sigma` of them.
    ///
    /// Two pixels stay two: one would be a field without any detail, however little it was blurred.
    func halved(_ sigma: Double) -> BlurAxis {
        let half = canBeHalved ? (count + 1) / 2 : count
        let pitch = pitch * Double(count) / Double(half)
        return BlurAxis(count: half, pitch: pitch, variance: variance + sigma * sigma * pitch * pitch)
    }

    /// Whether fewer pixels can hold what a blur leaves.
    var canBeHalved: Bool { count > Self.leastCount }

    private static let leastCount = 2

    /// The least standard deviation in all that leaves `sigma` of these pixels for the way back.
    func leastSigma(_ sigma: Double) -> Double {
        (variance + sigma * sigma * pitch * pitch).squareRoot()
    }

    /// The weights that halve the axis, where it can be, and blur it by `sigma` of the pixels of the result.
    func windows(halving sigma: Double) -> FilterWindows {
        let half = halved(sigma)
        return FilterWindows(
            mirrored: count,
            outputCount: half.count,
            sigma: sigma * Double(count) / Double(half.count)
        )
    }

    /// The weights that bring the axis back to that of `whole` with a blur of `sigma` in all, in pixels of `whole`.
    func windows(to whole: BlurAxis, sigma: Double) -> FilterWindows {
        FilterWindows(mirrored: count, outputCount: whole.count, sigma: rest(of: sigma))
    }

    /// How many pixels those weights are of, at most.
    func reachedCount(sigma: Double) -> Int {
        min(count, FilterWindows.reachedCount(sigma: rest(of: sigma)))
    }

    /// What is left of a blur of `sigma` in all, in pixels of now.
    private func rest(of sigma: Double) -> Double {
        max(0, sigma * sigma - variance).squareRoot() / pitch
    }
}
