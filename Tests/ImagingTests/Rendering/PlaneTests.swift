import Testing

@testable import Imaging

@Suite struct PlaneTests {
    typealias Sampling = Encoding.JPEGOptions.ChromaSubsampling

    private static let picture = Picture(163, 97, .rgb) { x, y in
        [UInt8(40 + x), UInt8(y * 2), UInt8(230 - x)]
    }

    private static func file(_ sampling: Sampling, _ picture: Picture = picture) throws -> [UInt8] {
        var options = Encoding.JPEGOptions(quality: 95)
        options.chromaSubsampling = sampling
        return try picture.encoded(as: .jpeg(options))
    }

    @Test(arguments: Sampling.allCases, [1, 2, 4, 8])
    func `the planes of a JPEG lie where its pixels do`(sampling: Sampling, denominator: Int) throws {
        let file = try Self.file(sampling)
        try file.withUnsafeBufferPointer { bytes in
            for reduces in [false, true] {
                let reader = try JPEGReader(bytes, try JPEGStructure(reading: file), limits: ImageLimits())
                #expect(reader.hasPlanes)
                let decoder = try JPEGPlaneDecoder(
                    reader,
                    denominator: denominator,
                    reducesChroma: reduces
                )
                for plane in decoder.planes {
                    for (axis, side) in [(plane.columns, 163.0), (plane.rows, 97.0)] {
                        #expect(axis.end >= side && axis.end - axis.pitch < side)
                    }
                }
                #expect(decoder.planes[0].columns.pitch == Double(denominator))
            }
        }
    }

    @Test(arguments: Sampling.allCases, Sampling.allCases)
    func `every sampling becomes every other, at any size`(source: Sampling, target: Sampling) throws {
        let file = try Self.file(source)
        var options = Encoding.JPEGOptions(quality: 95)
        options.chromaSubsampling = target
        for width in [163, 101, 64, 33, 12] {
            let plan = RenditionPlan(Resize(width: width), as: .jpeg(options))
            let image = try Renderer().render(file, [plan])[0]
            let exact = try Witness.resize(file, to: image.size, .lanczos3)
            // Of the smallest, chroma is six by four samples.
            #expect(try Picture(decoding: image.bytes).psnr(exact) > (width < 20 ? 28 : 36), "\(width)")
        }
    }

    @Test(arguments: Sampling.allCases)
    func `a progressive JPEG has the planes of the same baseline one`(sampling: Sampling) throws {
        var renderer = Renderer()
        renderer.headRoom = 2
        var options = Encoding.JPEGOptions(quality: 95)
        options.chromaSubsampling = sampling
        options.isProgressive = true
        let progressive = try Self.picture.encoded(as: .jpeg(options))
        let plans = [101, 64, 33, 12].map { RenditionPlan(Resize(width: $0), as: .jpeg()) }
        for plan in plans {
            let own = try renderer.render(progressive, [plan])
            #expect(try own == renderer.render(try Self.file(sampling), [plan]))
        }
    }

    @Test(arguments: Orientation.allCases)
    func `chroma of odd sides keeps its place when it is turned`(orientation: Orientation) throws {
        // Two colours of the same luma: what is seen of the edge is chroma alone.
        let picture = Picture(75, 45, .rgb) { x, y in
            x < 37 && y < 22 ? [200, 60, 60] : [40, 128, 100]
        }
        let turned = try Files.adding(orientation, to: try Self.file(.full, picture))
        let upright = try Self.file(.full, picture.upright(by: orientation))
        let plan = RenditionPlan(Resize(width: orientation.swapsSides ? 33 : 55), as: .jpeg())
        let own = try Picture(decoding: try Renderer().render(turned, [plan])[0].bytes)
        let other = try Picture(decoding: try Renderer().render(upright, [plan])[0].bytes)
        #expect(own.psnr(other) > 36, "\(own.psnr(other)) dB")
    }

    @Test func `at an eighth the mean brightness stays`() throws {
        var random = SeededRandom(seed: 5)
        let noise = Picture(320, 320, .rgb) { _, _ in
            let level = UInt8.random(in: 90...160, using: &random)
            return [level, level, level]
        }
        let file = try noise.encoded(as: .jpeg(Encoding.JPEGOptions(quality: 90)))
        let size = PixelSize(width: 20, height: 20)
        let own = try ExactnessTests.resized(file, size, .lanczos3)
        #expect(abs(own.meanDifference(try Witness.resize(file, to: size, .lanczos3))) < 0.08)
    }
}
