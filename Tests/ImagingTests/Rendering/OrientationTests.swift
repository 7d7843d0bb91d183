import Testing

@testable import Imaging

@Suite struct OrientationTests {
    @Test(arguments: Orientation.allCases, [ImageFormat.png, .webp])
    func `a rendition of its own size is the upright picture exactly`(
        orientation: Orientation,
        format: ImageFormat
    ) throws {
        let picture = Picture.marker(40, 24)
        let file = try Files.adding(orientation, to: try Files.file(format, picture))
        let image = try Renderer().render(file, [RenditionPlan(Resize(), as: .png())])[0]
        #expect(try Picture(decoding: image.bytes) == picture.upright(by: orientation))
    }

    @Test(arguments: Orientation.allCases, [Encoding.png(), .jpeg(), .webp()])
    func `a smaller rendition is that of the upright picture`(
        orientation: Orientation,
        encoding: Encoding
    ) throws {
        let picture = Picture(80, 48, .rgb) { x, y in [UInt8(x * 3), UInt8(y * 3), UInt8(x + y)] }
        let turned = try Files.adding(orientation, to: try Files.file(.jpeg, picture))
        let upright = try Files.file(.jpeg, picture.upright(by: orientation))
        for fit in Resize.Fit.allCases {
            let plan = RenditionPlan(Resize(width: 21, height: 15, fit: fit), as: encoding)
            let own = try Picture(decoding: try Renderer().render(turned, [plan])[0].bytes)
            let other = try Picture(decoding: try Renderer().render(upright, [plan])[0].bytes)
            #expect(own.format == other.format)
            #expect(own.psnr(other) > 38, "\(fit): \(own.psnr(other)) dB")
        }
    }

    @Test(arguments: Orientation.allCases, [(64, 40), (75, 61), (8, 8), (33, 96), (3, 200)])
    func `grey is turned exactly, whatever its sides`(
        orientation: Orientation,
        size: (width: Int, height: Int)
    ) throws {
        let picture = Picture.marker(size.width, size.height, .gray)
        let file = try Files.adding(orientation, to: try Files.file(.png, picture))
        let image = try Renderer().render(file, [RenditionPlan(Resize(), as: .png())])[0]
        #expect(try Picture(decoding: image.bytes) == picture.upright(by: orientation))
    }

    @Test(arguments: Orientation.allCases)
    func `Pillow turns it the same way`(orientation: Orientation) throws {
        let file = try Files.adding(orientation, to: try Files.file(.jpeg, .marker(64, 48)))
        let size = orientation.applied(to: PixelSize(width: 32, height: 24))
        let own = try ExactnessTests.resized(file, size, .lanczos3)
        #expect(own.psnr(try Witness.resize(file, to: size, .lanczos3)) > 38)
    }

    @Test(arguments: Orientation.allCases)
    func `an upright rendition says nothing of turning`(orientation: Orientation) throws {
        let file = try Files.adding(orientation, to: try Files.file(.jpeg, .marker(40, 24)))
        for encoding in [Encoding.jpeg(), .png(), .webp()] {
            let image = try Renderer().render(file, [RenditionPlan(Resize(width: 12), as: encoding)])[0]
            #expect(try ImageInfo(reading: image.bytes).orientation == .up)
        }
    }
}
