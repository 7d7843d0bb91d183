import Testing

@testable import Imaging

@Suite struct SizeLimitTests {
    private static let source = SyntheticPhoto(size: PixelSize(width: 320, height: 240))

    private static func plan(_ encoding: Encoding, _ limit: Int?) -> RenditionPlan {
        var plan = RenditionPlan(Resize(width: 200), as: encoding)
        plan.maximumByteCount = limit
        return plan
    }

    @Test(
        arguments: [Encoding.jpeg(.init(quality: 100)), .webp(.init(quality: 100))],
        [1_500, 3_000, 6_000, 12_000]
    )
    func `the highest quality that fits is found`(encoding: Encoding, limit: Int) throws {
        let source = try Self.source.encoded()
        let image = try Renderer().render(source, [Self.plan(encoding, limit)])[0]
        #expect(image.bytes.count <= limit && image.notices.isEmpty)
        // The same pixels at every quality: no other that fits is higher.
        let sizes = try (1...100).map { quality in
            let large = Self.plan(encoding.atQuality(quality), 1 << 30)
            return try Renderer().render(source, [large])[0].bytes
        }
        let best = try #require(sizes.indices.last { sizes[$0].count <= limit })
        #expect(image.bytes == sizes[best], "\(best + 1)")
    }

    @Test(arguments: [Encoding.jpeg(.init(quality: 60)), .webp(.init(quality: 60))])
    func `the quality asked for is not exceeded, nor is a file refused that fits`(encoding: Encoding) throws {
        let source = try Self.source.encoded()
        let free = try Renderer().render(source, [Self.plan(encoding, 1 << 30)])[0]
        let fitted = try Renderer().render(source, [Self.plan(encoding, free.bytes.count)])[0]
        #expect(free == fitted)
    }

    @Test(arguments: [Encoding.jpeg(), .webp(), .png()])
    func `a limit that no quality reaches is said`(encoding: Encoding) throws {
        let image = try Renderer().render(try Self.source.encoded(), [Self.plan(encoding, 256)])[0]
        #expect(image.notices == [.missedSizeLimit])
        let lowest = Self.plan(encoding.atQuality(1), 1 << 30)
        #expect(try image.bytes == Renderer().render(Self.source.encoded(), [lowest])[0].bytes)
    }

    @Test(arguments: 1...100)
    func `few encodes find it, whatever the curve`(wanted: Int) throws {
        // Sizes of a photo at 800 pixels, roughly: slow growth, steep at the end.
        func byteCount(_ quality: Int) -> Int {
            let base = 9_000.0 + 900 * Double(quality)
            return Int(quality > 88 ? base * (1 + 0.11 * Double(quality - 88)) : base)
        }
        var count = 0
        let search = QualitySearch(maximumByteCount: byteCount(wanted), ceiling: 100)
        let (file, quality) = try search.file { tried throws(ImagingError) in
            count += 1
            return [UInt8](repeating: UInt8(tried), count: byteCount(tried))
        }
        #expect(file[0] == wanted && quality == wanted)
        #expect(count <= 9)
    }

    @Test(arguments: [1, 2, 50, 99, 100])
    func `a curve of steps and flat parts ends, too`(wanted: Int) throws {
        func byteCount(_ quality: Int) -> Int { quality <= wanted ? 100 : 100_000 }
        let search = QualitySearch(maximumByteCount: 100, ceiling: 100)
        var count = 0
        let (file, quality) = try search.file { tried throws(ImagingError) in
            count += 1
            return [UInt8](repeating: UInt8(tried), count: byteCount(tried))
        }
        #expect(file[0] == wanted && quality == wanted)
        #expect(count <= 12)
    }
}
