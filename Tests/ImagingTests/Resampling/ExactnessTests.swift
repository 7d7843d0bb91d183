import Testing

@testable import Imaging

@Suite struct ExactnessTests {
    private static let sizes = [
        PixelSize(width: 61, height: 40), PixelSize(width: 48, height: 31), PixelSize(width: 150, height: 99),
        PixelSize(width: 13, height: 57), PixelSize(width: 7, height: 5), PixelSize(width: 1, height: 1),
    ]

    @Test(
        arguments: ResampleFilter.allCases,
        [
            [0], [1], [254], [255], [255, 255, 255], [3, 128, 254], [200, 100, 50, 255], [9, 99, 199, 120],
            [1, 2, 3, 4],
        ]
    )
    func `a flat picture stays exactly flat`(filter: ResampleFilter, pixel: [UInt8]) throws {
        let file = try Picture.flat(97, 61, pixel).encoded(as: .png())
        for size in Self.sizes {
            let own = try Self.resized(file, size, filter)
            // A colour may lose what its alpha cannot carry; an opaque one loses nothing.
            let tolerance = pixel.count == 4 && pixel[3] < 255 ? 1 : 0
            #expect(own.maximumDifference(.flat(size.width, size.height, pixel)) <= tolerance, "\(size)")
        }
    }

    @Test(arguments: [ResampleFilter.bilinear, .lanczos3], ["png-rgb", "png-gray"])
    func `a resized picture is Pillow's within a level`(filter: ResampleFilter, kind: String) throws {
        let file = try Witness.make(kind)
        for size in Self.sizes where size.width >= 48 {
            let (own, other) = (
                try Self.resized(file, size, filter), try Witness.resize(file, to: size, filter)
            )
            #expect(own.maximumDifference(other) <= 1, "\(size)")
            #expect(abs(own.meanDifference(other)) < 0.05, "\(size)")
        }
    }

    @Test(arguments: [2, 3, 5, 8, 13, 21])
    func `a photograph reduced a lot is much like Pillow's`(reduction: Int) throws {
        let file = try SyntheticPhoto(size: PixelSize(width: 416, height: 312)).encoded(as: .png())
        let size = PixelSize(width: 416 / reduction, height: 312 / reduction)
        let (own, other) = (
            try Self.resized(file, size, .lanczos3), try Witness.resize(file, to: size, .lanczos3)
        )
        #expect(own.psnr(other) >= 50, "\(own.psnr(other)) dB")
        #expect(abs(own.meanDifference(other)) < 0.05)
    }

    @Test(arguments: [ResampleFilter.bilinear, .lanczos3])
    func `transparent pixels are weighed as Pillow weighs them`(filter: ResampleFilter) throws {
        let file = try Witness.make("png-rgba")
        for size in Self.sizes where size.width >= 48 {
            let own = try Self.resized(file, size, filter)
            let other = try Witness.resize(file, to: size, filter)
            for index in stride(from: 0, to: own.pixels.count, by: 4) {
                let alpha = Int(other.pixels[index + 3])
                #expect(abs(Int(own.pixels[index + 3]) - alpha) <= 1)
                for channel in 0..<3 where alpha > 0 {
                    // Weighted colours have 14 bits: what they lose shows as alpha falls.
                    let difference = Int(own.pixels[index + channel]) - Int(other.pixels[index + channel])
                    #expect(abs(difference) <= 1 + 8 / alpha)
                }
            }
        }
    }

    @Test func `the colour of transparent pixels does not bleed`() throws {
        let picture = Picture(64, 64, .rgba) { x, _ in x < 32 ? [255, 0, 0, 0] : [0, 0, 255, 255] }
        let file = try picture.encoded(as: .png())
        for width in [48, 31, 9] {
            let own = try Self.resized(file, PixelSize(width: width, height: width), .lanczos3)
            for index in stride(from: 0, to: own.pixels.count, by: 4) where own.pixels[index + 3] > 0 {
                #expect(own.pixels[index] == 0 && own.pixels[index + 2] == 255)
            }
        }
    }

    @Test func `nearest gives pixels of the source`() throws {
        let picture = Picture.marker(60, 40)
        let own = try Self.resized(
            try picture.encoded(as: .png()),
            PixelSize(width: 20, height: 10),
            .nearest
        )
        for (x, y) in [(0, 0), (7, 3), (19, 9)] {
            #expect(own[x, y] == picture[3 * x + 1, 4 * y + 2])
        }
        let same = try Self.resized(
            try picture.encoded(as: .png()),
            PixelSize(width: 120, height: 80),
            .nearest
        )
        #expect(same[41, 39] == picture[20, 19])
    }

    @Test func `a picture of its own size is not touched`() throws {
        let picture = Picture.marker(40, 30, .rgba)
        #expect(try Self.resized(try picture.encoded(as: .png()), picture.format.size, .lanczos3) == picture)
    }

    /// The file stretched to `size`, without loss.
    static func resized(_ file: [UInt8], _ size: PixelSize, _ filter: ResampleFilter) throws -> Picture {
        let resize = Resize(
            width: size.width,
            height: size.height,
            fit: .fill,
            allowsEnlargement: true,
            filter: filter
        )
        return try Picture(
            decoding: try Renderer().render(file, [RenditionPlan(resize, as: .png())])[0].bytes
        )
    }
}
