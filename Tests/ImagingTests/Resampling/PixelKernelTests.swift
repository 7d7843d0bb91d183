import CPixels
import Testing

@testable import Imaging

/// Every set of instructions against the scalar one, which is the definition.
@Suite struct PixelKernelTests {
    static let widths = [1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 257]
    static let sets: [PixelKernels] = PixelKernels.Instructions.allCases.filter { $0 != .scalar }
        .compactMap(PixelKernels.init)
    static let scalar = PixelKernels(.scalar)

    @Test func `this machine runs more than the definition`() {
        #expect(!Self.sets.isEmpty)
        #expect(Self.scalar != nil)
    }

    @Test(arguments: widths)
    func `pixels are converted to the same bytes`(width: Int) throws {
        let scalar = try #require(Self.scalar)
        var random = SeededRandom(seed: UInt64(width))
        let source = SampleBuffer<UInt8>(count: 4 * width)
        for index in 0..<source.count {
            source.base[index] = UInt8.random(in: 0...255, using: &random)
        }
        func converted(_ kernels: PixelKernels) -> [[Int]] {
            let bytes = SampleBuffer<UInt8>(count: 3 * width)
            let samples = SampleBuffer<Int16>(count: 4 * width)
            kernels.join(
                source.base,
                source.base + width,
                source.base + 2 * width,
                into: bytes.base,
                count: width
            )
            var results = [bytes.samples.map(Int.init)]
            kernels.halve(source.base, source.base + 2 * width, into: bytes.base, count: width)
            results.append(bytes.samples.prefix(width).map(Int.init))
            kernels.premultiply(source.base, into: samples.base, pixelCount: width)
            results.append(samples.samples.map(Int.init))
            samples.base.update(
                from: UnsafeRawPointer(source.base).assumingMemoryBound(to: Int16.self),
                count: width
            )
            let rgba = SampleBuffer<UInt8>(count: 4 * width)
            kernels.unpremultiply(samples.base, into: rgba.base, pixelCount: width)
            return results + [rgba.samples.map(Int.init)]
        }
        for kernels in Self.sets {
            #expect(converted(kernels) == converted(scalar))
        }
    }

    @Test(arguments: widths, [(0.0, 0), (0.3, 2), (10, 0), (10, 30)])
    func `levels are sharpened to the same bytes`(
        width: Int,
        mask: (amount: Double, threshold: Int)
    ) throws {
        let scalar = try #require(Self.scalar)
        var random = SeededRandom(seed: UInt64(width))
        let levels = SampleBuffer<UInt8>(count: 4 * width)
        let weighed = SampleBuffer<Int16>(count: 4 * width)
        for index in 0..<levels.count {
            levels.base[index] = UInt8.random(in: 0...255, using: &random)
            let isOpaque = index % 4 == 3 && Bool.random(using: &random)
            let sample = Int16.random(in: 0...Int16(PixelKernels.maximumSample), using: &random)
            weighed.base[index] = isOpaque ? Int16(PixelKernels.maximumSample) : sample
        }
        func sharpened(_ kernels: PixelKernels) -> [[Int]] {
            let colors = SampleBuffer<Int16>(count: 4 * width)
            let output = SampleBuffer<UInt8>(count: 4 * width)
            kernels.unweigh(weighed.base, into: colors.base, pixelCount: width)
            kernels.sharpen(
                levels.base,
                colors.base,
                PixelKernels.UnsharpMask(amount: mask.amount, threshold: mask.threshold),
                into: output.base,
                count: output.count
            )
            return [colors.samples.map(Int.init), output.samples.map(Int.init)]
        }
        for kernels in Self.sets {
            #expect(sharpened(kernels) == sharpened(scalar))
        }
    }

    @Test(arguments: [0.1, 1, 10])
    func `what is added to a level is exact before it is rounded`(amount: Double) {
        for kernels in Self.sets + [Self.scalar].compactMap(\.self) {
            let mask = PixelKernels.UnsharpMask(amount: amount, threshold: 2)
            let blurred = SampleBuffer<Int16>(count: 256)
            let levels = SampleBuffer<UInt8>(count: 256)
            let output = SampleBuffer<UInt8>(count: 256)
            for sample in stride(from: 0, through: PixelKernels.maximumSample, by: 13) {
                for level in 0..<256 {
                    levels.base[level] = UInt8(level)
                    blurred.base[level] = Int16(sample)
                }
                kernels.sharpen(levels.base, blurred.base, mask, into: output.base, count: 256)
                for level in 0..<256 {
                    let difference = Double(level) - Double(sample) / 64
                    let added = difference.magnitude >= 2 ? amount * difference : 0
                    let exact = max(0, min(255, Double(level) + added))
                    // The amount has 13 fractional bits, which is worth a 64th of a level at most.
                    #expect(abs(Double(output.base[level]) - exact) <= 0.5 + 255.0 / 16_384)
                }
            }
        }
    }

    @Test func `grey YCbCr is grey RGB, and the extremes are pure colours`() throws {
        for kernels in Self.sets + [try #require(Self.scalar)] {
            let rgb = SampleBuffer<UInt8>(count: 9)
            let planes: [[UInt8]] = [[77, 76, 29], [128, 85, 255], [128, 255, 107]]
            kernels.join(planes[0], planes[1], planes[2], into: rgb.base, count: 3)
            #expect(Array(rgb.samples) == [77, 77, 77, 254, 0, 0, 0, 0, 254])
        }
    }

    @Test(arguments: [(16, 16), (37, -21), (-19, 64)])
    func `squares are turned along their diagonal`(source: Int, target: Int) {
        let side = PixelKernels.squareSide
        var random = SeededRandom(seed: 1)
        let from = (0..<side * Int(source.magnitude)).map { _ in UInt8.random(in: 0...255, using: &random) }
        let (first, start) = (source < 0 ? (side - 1) * -source : 0, target < 0 ? (side - 1) * -target : 0)
        let kernels = PixelKernels.Instructions.allCases.compactMap(PixelKernels.init)
        for kernels in kernels {
            var turned = [UInt8](repeating: 0, count: side * Int(target.magnitude))
            from.withUnsafeBufferPointer { from in
                turned.withUnsafeMutableBufferPointer { turned in
                    guard let from = from.baseAddress, let to = turned.baseAddress else { return }
                    kernels.transpose(from + first, stride: source, into: to + start, stride: target)
                }
            }
            for row in 0..<side {
                let expected = (0..<side).map { from[first + $0 * source + row] }
                #expect(Array(turned[(start + row * target)...].prefix(side)) == expected)
            }
        }
    }

    @Test(arguments: 0...4, [1, 2, 3, 4])
    func `filters of PNG are undone to the same bytes`(filter: Int, pixel: Int) throws {
        let scalar = try #require(Self.scalar)
        var random = SeededRandom(seed: UInt64(filter))
        for width in Self.widths {
            let count = width * pixel
            let (row, above) = (SampleBuffer<UInt8>(count: count), SampleBuffer<UInt8>(count: count))
            for index in 0..<count {
                above.base[index] = UInt8.random(in: 0...255, using: &random)
                row.base[index] = UInt8.random(in: 0...255, using: &random)
            }
            func undone(_ kernels: PixelKernels) -> [UInt8] {
                let copy = SampleBuffer<UInt8>(count: count + 1)
                copy.base.update(from: row.base, count: count)
                kernels.unfilter(UInt8(filter), copy.base, above: above.base, count: count, pixel: pixel)
                return Array(copy.samples)
            }
            for kernels in Self.sets {
                #expect(undone(kernels) == undone(scalar))
            }
        }
    }

    private static let sampledLayouts: [(source: PixelLayout, target: PixelLayout)] = [
        (.gray, .gray), (.gray, .rgb), (.gray, .rgba), (.rgb, .rgb), (.rgb, .rgba), (.rgba, .rgba),
    ]

    @Test(arguments: [(65_536, 0), (60_000, 26_000), (-40_000, 51_000)], sampledLayouts)
    func `paths are sampled to the same bits`(
        step: (x: Int64, y: Int64),
        layouts: (source: PixelLayout, target: PixelLayout)
    ) throws {
        let channels = layouts.source.channelCount
        let (width, height, count) = (80, 70, 60)
        var random = SeededRandom(seed: 3)
        let picture = SampleBuffer<UInt8>(count: channels * width * height)
        for index in 0..<picture.count {
            // Of pixels with alpha, columns that are wholly opaque, wholly transparent and neither.
            let isAlpha = layouts.source == .rgba && index % 4 == 3
            let level = UInt8.random(in: 0...255, using: &random)
            picture.base[index] = isAlpha ? [255, 0, level][index / 40 % 3] : level
        }
        let path = cpixels_path(
            pixels: picture.base,
            stride: channels * width,
            x: step.x > 0 ? 70_000 : 4_500_000,
            y: 90_000,
            step_x: step.x,
            step_y: step.y
        )
        func sampled(_ kernels: PixelKernels) -> [UInt8] {
            let output = SampleBuffer<UInt8>(count: layouts.target.channelCount * count)
            CubicWeights().samples.withUnsafeBufferPointer { weights in
                guard let weights = weights.baseAddress else { return }
                kernels.sampleCubic(
                    path,
                    of: layouts.source,
                    weights: weights,
                    into: output.base,
                    layouts.target,
                    count: count
                )
            }
            return Array(output.samples)
        }
        let scalar = sampled(try #require(Self.scalar))
        for kernels in Self.sets {
            #expect(sampled(kernels) == scalar)
        }
    }
}
