/// How often each symbol of the five prefix codes of a lossless WebP occurs.
final class ResidualCounts {
    /// Of green, and from 256 on of the lengths of runs.
    let green: UnsafeMutableBufferPointer<Int>
    /// Of red.
    let red: UnsafeMutableBufferPointer<Int>
    /// Of blue.
    let blue: UnsafeMutableBufferPointer<Int>
    /// Of alpha.
    let alpha: UnsafeMutableBufferPointer<Int>
    /// Of distances; all runs repeat the pixel before.
    let distance: UnsafeMutableBufferPointer<Int>
    /// Bits that lengths have beside their symbols.
    private(set) var extraBitCount = 0

    /// The symbol of distance 2 in the specification's table: the pixel to the left.
    static let leftDistance = 1

    /// Nothing counted yet.
    init() {
        func zeros(_ count: Int) -> UnsafeMutableBufferPointer<Int> {
            let buffer = UnsafeMutableBufferPointer<Int>.allocate(capacity: count)
            buffer.initialize(repeating: 0)
            return buffer
        }
        (green, distance) = (zeros(256 + 24), zeros(40))
        (red, blue, alpha) = (zeros(256), zeros(256), zeros(256))
    }

    deinit {
        for buffer in [green, red, blue, alpha, distance] { buffer.deallocate() }
    }

    /// Counts pixels of which all was predicted: the first as it is, the others as a run of it.
    func countPredicted(_ count: Int) {
        for buffer in [green, red, blue, alpha] { buffer[0] += 1 }
        RunLength.forEachPart(of: count - 1) { part in
            green[256 + part.symbol] += 1
            extraBitCount += part.extraCount
            distance[Self.leftDistance] += 1
        }
    }
}
