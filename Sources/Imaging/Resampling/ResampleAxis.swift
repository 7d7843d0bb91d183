/// Which part of an axis becomes how many pixels.
struct ResampleAxis: Hashable {
    /// Pixels that come in.
    var inputCount: Int
    /// Where the wanted part begins, in input pixels; may lie between two of them.
    var origin: Double
    /// How long the wanted part is, in input pixels.
    var length: Double
    /// Pixels that go out.
    var outputCount: Int
    /// The pixels that may be weighed.
    var usable: Range<Int>
    /// The variance, in square pixels, by which the filter is widened; below 0 for pixels that are blurred already.
    var spread = 0.0

    /// The part of `length` pixels from `origin` on; only `usable` pixels are weighed, all for nil.
    init(inputCount: Int, origin: Double, length: Double, outputCount: Int, usable: Range<Int>? = nil) {
        self.inputCount = inputCount
        self.origin = origin
        self.length = length
        self.outputCount = outputCount
        self.usable = usable ?? 0..<inputCount
    }

    /// After how many output pixels the phases begin anew, and how many input pixels further on; nil where they do not.
    var period: (inputs: Int, outputs: Int)? {
        guard length == length.rounded(), length >= 1 else { return nil }
        var (divisor, rest) = (outputCount, Int(length) % outputCount)
        while rest > 0 { (divisor, rest) = (rest, divisor % rest) }
        return divisor > 1 ? (Int(length) / divisor, outputCount / divisor) : nil
    }

    /// The pixels that go out as they come in, up to an offset too small to change a weight; nil where any is weighed or spread.
    var cut: Range<Int>? {
        let start = origin.rounded()
        let isWhole = (origin - start).magnitude < 1e-6 && (length - Double(outputCount)).magnitude < 1e-6
        guard isWhole, spread == 0, start >= 0, Int(start) + outputCount <= inputCount else { return nil }
        return Int(start)..<Int(start) + outputCount
    }
}
