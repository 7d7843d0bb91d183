import Testing

@testable import Imaging

extension PixelKernelTests {
    @Test(arguments: widths, [1, 2, 3, 6, 9, 16, 35])
    func `rows are weighed to the same bits`(width: Int, tapCount: Int) throws {
        let scalar = try #require(Self.scalar)
        var random = SeededRandom(seed: UInt64(width * 100 + tapCount))
        let weights = SampleBuffer<Int16>(count: tapCount + 1)
        for tap in 0..<tapCount {
            weights.base[tap] = Int16.random(in: -3_000...9_000, using: &random)
        }
        let bytes = RowRing<UInt8>(rowCount: tapCount, sampleCount: width)
        let samples = RowRing<Int16>(rowCount: tapCount, sampleCount: width)
        for tap in 0..<tapCount {
            for column in 0..<width {
                bytes.slot(for: tap)[column] = UInt8.random(in: 0...255, using: &random)
                samples.slot(for: tap)[column] = Int16.random(in: -4_000...20_000, using: &random)
            }
        }
        func weighed(_ kernels: PixelKernels) -> [[Int16]] {
            let output = SampleBuffer<Int16>(count: width)
            var results: [[Int16]] = []
            let byteRows = bytes.rows(from: 0)
            kernels.weigh(byteRows, weights.base, tapCount, precision: 14, into: output.base, count: width)
            results.append(Array(output.samples))
            let sampleRows = samples.rows(from: 0)
            kernels.weigh(sampleRows, weights.base, tapCount, precision: 14, into: output.base, count: width)
            return results + [Array(output.samples)]
        }
        for kernels in Self.sets {
            #expect(weighed(kernels) == weighed(scalar))
        }
    }

    @Test(arguments: widths, [(0, 1), (1, 2), (2, 3), (3, 16), (1, 9), (6, 35), (250, 8)])
    func `rows that are weighed twice are those that are weighed after each other`(
        width: Int,
        shape: (lag: Int, tapCount: Int)
    ) throws {
        let scalar = try #require(Self.scalar)
        var random = SeededRandom(seed: UInt64(width * 100 + shape.tapCount))
        let rowCount = shape.lag + shape.tapCount
        let weights = SampleBuffer<Int16>(count: 2 * shape.tapCount + 2)
        for tap in 0..<shape.tapCount {
            weights.base[tap] = Int16.random(in: -3_000...9_000, using: &random)
            weights.base[shape.tapCount + 1 + tap] = Int16.random(in: -3_000...9_000, using: &random)
        }
        let second = weights.base + shape.tapCount + 1
        let bytes = RowRing<UInt8>(rowCount: rowCount, sampleCount: width)
        for row in 0..<rowCount {
            for column in 0..<width {
                bytes.slot(for: row)[column] = UInt8.random(in: 0...255, using: &random)
            }
        }
        let (one, other) = (SampleBuffer<Int16>(count: width), SampleBuffer<Int16>(count: width))
        func weigh(_ row: Int, _ weights: UnsafePointer<Int16>, into output: SampleBuffer<Int16>) {
            let rows = bytes.rows(from: row)
            scalar.weigh(rows, weights, shape.tapCount, precision: 14, into: output.base, count: width)
        }
        weigh(0, weights.base, into: one)
        weigh(shape.lag, second, into: other)
        for kernels in Self.sets + [scalar] {
            let outputs = (SampleBuffer<Int16>(count: width), SampleBuffer<Int16>(count: width))
            kernels.weighTwice(
                bytes.rows(from: 0),
                (UnsafePointer(weights.base), UnsafePointer(second)),
                lag: shape.lag,
                shape.tapCount,
                precision: 14,
                into: (outputs.0.base, outputs.1.base),
                count: width
            )
            #expect(outputs.0.samples.elementsEqual(one.samples))
            #expect(outputs.1.samples.elementsEqual(other.samples))
        }
    }

    @Test(arguments: widths, [5, 8, 40, 300])
    func `neighbours are weighed to the same bits`(outputCount: Int, inputCount: Int) throws {
        let scalar = try #require(Self.scalar)
        var random = SeededRandom(seed: UInt64(outputCount * 1_000 + inputCount))
        let axis = ResampleAxis(
            inputCount: inputCount,
            origin: 0,
            length: Double(inputCount),
            outputCount: outputCount
        )
        let bank = FilterBank(axis, .lanczos3, maximumInput: Resampler.maximumInputBetween)
        let row = SampleBuffer<Int16>(count: 4 * inputCount)
        for index in 0..<row.count {
            row.base[index] = Int16.random(in: -2_000...18_000, using: &random)
        }
        func weighed(_ kernels: PixelKernels) -> [[Int]] {
            let bytes = SampleBuffer<UInt8>(count: 3 * outputCount)
            var results: [[Int]] = []
            for layout in [PixelLayout.gray, .rgb] {
                kernels.weighNeighbours(row.base, bank, layout, into: bytes.base)
                results.append(bytes.samples.map(Int.init))
            }
            for layout in PixelLayout.allCases {
                let samples = SampleBuffer<Int16>(count: layout.channelCount * outputCount)
                kernels.weighNeighbours(row.base, bank, layout, into: samples.base)
                results.append(samples.samples.map(Int.init))
            }
            return results
        }
        for kernels in Self.sets {
            #expect(weighed(kernels) == weighed(scalar))
        }
    }
}
