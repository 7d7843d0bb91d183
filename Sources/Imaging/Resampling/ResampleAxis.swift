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

    /// Whether what comes in goes out: to less than what the weights can tell.
    var isIdentity: Bool {
        inputCount == outputCount && origin.magnitude < 1e-6 && (length - Double(inputCount)).magnitude < 1e-6
    }
}
