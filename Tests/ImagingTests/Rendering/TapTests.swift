import Testing

@testable import Imaging

/// What a consumer is given in place of a file.
@Suite struct TapTests {
    typealias Sampling = Encoding.JPEGOptions.ChromaSubsampling

    private static let sizes = [PixelSize(width: 163, height: 97), PixelSize(width: 321, height: 243)]

    /// A photograph as a camera stores it, held in that orientation.
    private static func photo(
        _ size: PixelSize,
        _ sampling: Sampling,
        _ orientation: Orientation = .up
    ) throws -> [UInt8] {
        var options = Encoding.JPEGOptions(quality: 95)
        options.chromaSubsampling = sampling
        let file = try SyntheticPhoto(size: size).encoded(as: .jpeg(options))
        return orientation == .up ? file : try Files.adding(orientation, to: file)
    }

    /// The pixels that a tap of that width gets while a small JPEG is made in the same pass.
    private static func tapped(_ file: [UInt8], width: Int?) throws -> [UInt8] {
        let collector = PixelCollector()
        let tap = RowTap(Resize(width: width), memoryByteCount: 0) { _ in collector }
        let small = RenditionPlan(Resize(width: 16), as: .jpeg())
        _ = try Renderer().render(file, [small], taps: [tap])
        #expect(collector.isFinished)
        return collector.pixels
    }

    private static func rendition(_ file: [UInt8], width: Int?, _ encoding: Encoding) throws -> [UInt8] {
        let plan = RenditionPlan(Resize(width: width), as: encoding)
        return try Picture(decoding: try Renderer().render(file, [plan])[0].bytes).pixels
    }

    @Test(arguments: Sampling.allCases, sizes)
    func `the pixels of a JPEG are those of the PNG of that width`(sampling: Sampling, size: PixelSize) throws
    {
        let file = try Self.photo(size, sampling)
        for width in [nil, 101, 64, 33] {
            let own = try Self.tapped(file, width: width)
            #expect(try own == Self.rendition(file, width: width, .png()), "\(width ?? 0)")
        }
    }

    @Test(arguments: Orientation.allCases)
    func `they are upright as those of the lossless WebP are`(orientation: Orientation) throws {
        var lossless = Encoding.WebPOptions()
        lossless.isLossless = true
        let file = try Self.photo(Self.sizes[0], .quarter, orientation)
        for width in [nil, 61] {
            let own = try Self.tapped(file, width: width)
            #expect(try own == Self.rendition(file, width: width, .webp(lossless)), "\(width ?? 0)")
        }
    }
}
