/// Halves opaque pictures in light: the means of squares of 2 × 2 pixels.
///
/// Past the last pixel of an odd side there is that pixel once more.
final class LightHalver {
    private let light: LinearLight
    private let layout: PixelLayout
    /// The sums of neighbours in the upper row of the squares.
    private let upper: SampleBuffer<Int16>
    private var hasUpper = false
    private let next: ColumnPass<Int16>

    /// A step that gives rows of `sampleCount` samples, half as many as come in, to `next`.
    init(_ light: LinearLight, _ layout: PixelLayout, sampleCount: Int, next: ColumnPass<Int16>) {
        self.light = light
        self.layout = layout
        self.next = next
        upper = SampleBuffer(count: sampleCount)
    }

    func consume(_ row: UnsafeBufferPointer<UInt8>) throws(ImagingError) {
        if hasUpper {
            try next.take { output in
                light.addNeighbours(row, layout) { output[$0] = Self.mean(Int(upper.base[$0]) + $1) }
            }
        } else {
            light.addNeighbours(row, layout) { upper.base[$0] = Int16(truncatingIfNeeded: $1) }
        }
        hasUpper.toggle()
    }

    func finish() throws(ImagingError) {
        if hasUpper {
            try next.take { output in
                for index in 0..<upper.count { output[index] = Self.mean(2 * Int(upper.base[index])) }
            }
        }
        try next.finish()
    }

    @inline(__always)
    private static func mean(_ sum: Int) -> Int16 {
        Int16(truncatingIfNeeded: (sum + 2) >> 2)
    }
}

extension ResampleAxis {
    /// How many means are left for one pixel at least, along a side.
    ///
    /// Points of light, such as sun on water, show the means: with 2.5 one photograph was 50.8 dB from the exact picture, with
    /// 3.2 and more all were 58.8 at least.
    private static let leastMeans = 3.0

    /// The same part of means of two pixels; nil where these are too coarse for the filter to make up for.
    var ofMeans: ResampleAxis? {
        let isWhole = usable == 0..<inputCount && spread == 0
        guard isWhole, length >= 2 * Self.leastMeans * Double(outputCount) else { return nil }
        var axis = ResampleAxis(
            inputCount: (inputCount + 1) / 2,
            origin: origin / 2,
            length: length / 2,
            outputCount: outputCount
        )
        axis.spread = -GridAxis.spread(ofMeansOf: 2, distance: 1) / 4
        return axis
    }
}
