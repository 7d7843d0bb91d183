import Testing

@testable import Imaging

@Suite struct FilterBankTests {
    private static let sizes = [
        (1, 1), (1, 9), (9, 1), (7, 3), (640, 480), (101, 100), (100, 101), (4000, 37),
    ]

    @Test(arguments: ResampleFilter.allCases, sizes)
    func `the weights of every pixel add up to exactly one`(
        filter: ResampleFilter,
        size: (input: Int, output: Int)
    ) {
        let bank = FilterBank(Self.axis(size.input, size.output), filter, maximumInput: 255)
        for index in 0..<size.output {
            let weights = bank.coefficients[index * bank.stride..<(index + 1) * bank.stride]
            #expect(weights.reduce(0) { $0 + Int($1) } == 1 << bank.precision)
        }
    }

    @Test(arguments: ResampleFilter.allCases, sizes)
    func `no weight falls outside the input`(filter: ResampleFilter, size: (input: Int, output: Int)) {
        let bank = FilterBank(Self.axis(size.input, size.output), filter, maximumInput: 255)
        #expect(bank.tapCount <= size.input)
        #expect(bank.starts.count == size.output)
        #expect(bank.starts.allSatisfy { $0 >= 0 && Int($0) + bank.tapCount <= size.input })
    }

    @Test(arguments: [801, 160, 61])
    func `weights of spread samples are those of the pixels that they make`(outputCount: Int) {
        let sampleCount = 2_048
        func axis(_ pitch: Double, _ count: Int, isSpread: Bool) -> ResampleAxis {
            let spread = isSpread ? GridAxis.spreadOfHalves : 0
            let source = GridAxis(pitch: pitch, count: count, upsampling: spread)
            let target = GridAxis(origin: 0, pitch: 4_096 / Double(outputCount), count: outputCount)
            let all = AxisExtent(0, 4_096, of: 4_096)
            return ResampleAxis(from: source, to: target, beside: target, within: all)
        }
        let samples = FilterWindows(axis(2, sampleCount, isSpread: true), .lanczos3)
        let plain = FilterWindows(axis(2, sampleCount, isSpread: false), .lanczos3)
        let pixels = FilterWindows(axis(1, 4_096, isSpread: false), .lanczos3)
        for index in [0, 1, outputCount / 2, outputCount - 1] {
            var exact = [Double](repeating: 0, count: sampleCount)
            for (pixel, weight) in zip(pixels.starts[index]..., pixels.weights(of: index)) {
                let neighbour = pixel / 2 + (pixel % 2 == 0 ? -1 : 1)
                exact[pixel / 2] += 0.75 * weight
                exact[max(0, min(sampleCount - 1, neighbour))] += 0.25 * weight
            }
            let distance = Self.distance(samples, index, exact)
            #expect(distance < Self.distance(plain, index, exact) / 3)
            #expect(distance < 0.03)
            #expect(abs(samples.weights(of: index).reduce(0, +) - 1) < 1e-9)
        }
    }

    // The nearest of two pixels at the same distance is either; a zero weight at the end of a kernel may be left out.
    @Test(
        arguments: [ResampleFilter.bilinear, .mitchell, .lanczos3],
        [(1800, 800), (800, 1800), (4272, 800), (640, 480), (4, 2)]
    )
    func `pixels of the same phase share the weights that each would have alone`(
        filter: ResampleFilter,
        size: (input: Int, output: Int)
    ) {
        let windows = FilterWindows(Self.axis(size.input, size.output), filter)
        let pitch = Double(size.input) / Double(size.output)
        for index in 0..<size.output {
            let pixel = ResampleAxis(
                inputCount: size.input,
                origin: Double(index) * pitch,
                length: pitch,
                outputCount: 1
            )
            let alone = FilterWindows(pixel, filter)
            let exact = zip(alone.starts[0]..., alone.weights(of: 0)).filter { $0.1.magnitude > 1e-9 }
            let shared = zip(windows.starts[index]..., windows.weights(of: index)).filter {
                $0.1.magnitude > 1e-9
            }
            #expect(exact.map(\.0) == shared.map(\.0), "pixel \(index)")
            #expect(zip(exact, shared).allSatisfy { abs($0.1 - $1.1) < 1e-9 }, "pixel \(index)")
        }
        #expect(size.output < 5 || Set(windows.twins).count < size.output / 2)
    }

    @Test(arguments: [(1200, 533), (801, 800), (7, 3)])
    func `every pixel has its own weights where no phase comes twice`(size: (input: Int, output: Int)) {
        let windows = FilterWindows(Self.axis(size.input, size.output), .lanczos3)
        #expect(windows.twins == Array(0..<size.output))
    }

    /// The sum of all differences of weights.
    private static func distance(_ windows: FilterWindows, _ index: Int, _ exact: [Double]) -> Double {
        var rest = exact
        for (sample, weight) in zip(windows.starts[index]..., windows.weights(of: index)) {
            rest[sample] -= weight
        }
        return rest.reduce(0) { $0 + $1.magnitude }
    }

    @Test(arguments: ResampleFilter.allCases)
    func `sums of the largest samples stay within 32 bits`(filter: ResampleFilter) {
        for maximum in [255, Resampler.maximumInputBetween] {
            let bank = FilterBank(Self.axis(1000, 313), filter, maximumInput: maximum)
            for index in 0..<313 {
                let weights = bank.coefficients[index * bank.stride..<(index + 1) * bank.stride]
                let half = 1 << (bank.precision + PixelKernels.fractionBits - 1)
                #expect(weights.reduce(0) { $0 + abs(Int($1)) } * maximum + half <= Int(Int32.max))
            }
        }
    }

    @Test(arguments: [8, 138, 300])
    func `sums at the limit stay within 32 bits however the weights were rounded`(tapCount: Int) {
        let maximum = Resampler.maximumInputBetween
        var precisions: Set<Int> = []
        for reach in stride(from: 1.376, through: 1.386, by: 0.00001) {
            // Half of the weights are below zero: what rounding adds to their magnitudes does not cancel.
            let (above, below) = ((reach + 1) / Double(tapCount), (1 - reach) / Double(tapCount))
            let halves = [above, below].flatMap { [Double](repeating: $0, count: tapCount / 2) }
            var windows = FilterWindows(capacity: tapCount)
            windows.append((start: 0, weights: halves))
            let bank = FilterBank(windows, inputCount: tapCount, maximumInput: maximum)
            let magnitude = bank.coefficients.reduce(0) { $0 + abs(Int($1)) }
            let half = 1 << (bank.precision + PixelKernels.fractionBits - 1)
            #expect(magnitude * maximum + half <= Int(Int32.max), "\(reach)")
            precisions.insert(bank.precision)
        }
        #expect(precisions.count == 2, "the limit is not among these")
    }

    @Test func `a part of the axis takes the same weights as the part alone`() {
        let part = ResampleAxis(inputCount: 100, origin: 40, length: 30, outputCount: 10)
        let bank = FilterBank(part, .bilinear, maximumInput: 255)
        let alone = FilterBank(Self.axis(30, 10), .bilinear, maximumInput: 255)
        // Away from the edges, where the part has neighbours that the part alone lacks.
        #expect(bank.starts[5] == alone.starts[5] + 40)
        #expect(bank.coefficients[5 * bank.stride] == alone.coefficients[5 * alone.stride])
    }

    private static func axis(_ input: Int, _ output: Int) -> ResampleAxis {
        ResampleAxis(inputCount: input, origin: 0, length: Double(input), outputCount: output)
    }
}
