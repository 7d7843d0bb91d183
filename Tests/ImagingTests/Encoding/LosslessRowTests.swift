import Testing

@testable import Imaging

@Suite struct `A lossless WebP that is coded row by row` {
    struct Sample: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let picture: Picture
    }

    private static var encoding: Encoding {
        var options = Encoding.WebPOptions()
        options.isLossless = true
        options.isStreamed = true
        return .webp(options)
    }

    private static func noise(_ width: Int, _ height: Int, levels: UInt64 = 256) -> Picture {
        var random = SeededRandom(seed: UInt64(width * height))
        return Picture(width, height, .rgba) { _, _ in
            (0..<4).map { _ in UInt8(random.next() % levels) }
        }
    }

    /// Two discs of a photograph's gradients on a transparent ground, with soft rims.
    private static func discs(_ width: Int, _ height: Int) -> Picture {
        Picture(width, height, .rgba) { x, y in
            let distance = max(abs(x % 300 - 150), abs(y % 200 - 100))
            let alpha = max(0, min(255, (90 - distance) * 20))
            return alpha == 0
                ? [0, 0, 0, 0] : [x / 3, y, x * y / 64, alpha].map { UInt8(truncatingIfNeeded: $0) }
        }
    }

    static let samples =
        [(1, 1), (1, 7), (9, 1), (2, 2), (31, 17), (513, 3), (3, 514)].map { width, height in
            Sample(testDescription: "noise of \(width)×\(height)", picture: noise(width, height))
        } + [
            Sample(testDescription: "two levels", picture: noise(61, 40, levels: 2)),
            Sample(testDescription: "one level", picture: noise(61, 40, levels: 1)),
            Sample(testDescription: "white", picture: .flat(40, 9, [255, 255, 255, 255])),
            Sample(testDescription: "opaque black", picture: .flat(5, 4, [0, 0, 0, 255])),
            Sample(testDescription: "runs over many lengths", picture: .flat(5_003, 3, [9, 8, 7, 0])),
            Sample(testDescription: "discs", picture: discs(601, 402)),
            Sample(testDescription: "marker", picture: .marker(255, 120, .rgba)),
        ]

    @Test(arguments: samples)
    func `gives every pixel again, to libwebp and to Pillow`(sample: Sample) throws {
        let file = try sample.picture.encoded(as: Self.encoding)
        #expect(try Picture(decoding: file) == sample.picture)
        #expect(try Witness.decode(file) == sample.picture)
    }

    @Test func `says that it has alpha, also where every pixel is opaque`() throws {
        let file = try Picture.flat(1, 1, [1, 2, 3, 255]).encoded(as: Self.encoding)
        #expect(try ImageInfo(reading: file).hasAlpha)
    }

    @Test func `is little larger than libwebp's own`() throws {
        var options = Encoding.WebPOptions(quality: 0)
        (options.isLossless, options.method) = (true, 0)
        var random = SeededRandom(seed: 1)
        let picture = Picture(601, 402, .rgba) { x, y in
            [x / 3, y / 2, (x + y) / 4, 255].map { UInt8(truncatingIfNeeded: $0 + Int(random.next() % 8)) }
        }
        let own = try picture.encoded(as: Self.encoding).count
        #expect(own * 10 < (try picture.encoded(as: .webp(options)).count) * 11)
    }

    @Test func `stops at the deadline`() throws {
        var limits = ImageLimits()
        limits.isPastDeadline = { true }
        let sink = ByteCollector { _ in }
        let encoder = LosslessRowEncoder(PixelSize(width: 2, height: 1), limits: limits, sink: sink)
        try encoder.consume(([1, 2, 3, 4, 5, 6, 7, 8] as [UInt8]).span)
        let error = #expect(throws: ImagingError.self) { try encoder.finish() }
        #expect(error?.code == .deadlineExceeded)
    }
}

@Suite struct `A prefix code` {
    @Test(arguments: [
        [5, 0, 1, 1], [1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1_597, 2_584, 4_181],
        [Int](repeating: 1, count: 256), [0, 0, 7, 0, 9],
    ])
    func `is complete and keeps to its longest`(counts: [Int]) {
        for maximum in [8, 15] {
            let code = PrefixCode(counts, maximumLength: maximum)
            #expect(code.lengths.allSatisfy { $0 <= maximum })
            #expect(code.symbols == counts.indices.filter { counts[$0] > 0 })
            #expect(code.symbols.reduce(0) { $0 + 1 << (15 - code.lengths[$1]) } == 1 << 15)
        }
    }

    @Test func `of one symbol takes no bits`() {
        #expect(PrefixCode([0, 4], maximumLength: 15).bitCount([0, 4]) == 0)
    }
}
