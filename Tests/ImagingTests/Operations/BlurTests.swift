import Testing

@testable import Imaging

@Suite struct BlurTests {
    @Test(arguments: [0.1, 0.5, 1, 2.4, 3.5, 7, 15, 60], PixelLayout.allCases)
    func `a blur is the Gaussian that OpenCV makes in floating point`(
        sigma: Double,
        layout: PixelLayout
    ) throws {
        let picture = Picture.scene(150, 97, layout)
        let own = try picture.edited(.blur(Blur(sigma: sigma)))
        let other = try OperationWitness.edit(picture, #"["blur", \#(sigma)]"#)
        #expect(own.maximumDifference(other) <= 1)
        #expect(own.psnr(other) > 62, "\(own.psnr(other)) dB")
    }

    @Test(
        arguments: [0.1, 0.5, 1, 3.4, 6.8, 14.4, 57.6],
        [(2, 2), (1, 2), (2, 1), (2, 40), (4, 4), (5, 2), (8, 8), (16, 16), (64, 64)]
    )
    func `a small picture is blurred no more than a large one`(
        sigma: Double,
        size: (width: Int, height: Int)
    ) throws {
        let picture = Picture(size.width, size.height, .gray) { x, y in
            [UInt8(255 * (x + y) / max(1, size.width + size.height - 2))]
        }
        let own = try picture.edited(.blur(Blur(sigma: sigma)))
        let other = try OperationWitness.edit(picture, #"["blur", \#(sigma)]"#)
        #expect(own.maximumDifference(other) <= 1)
    }

    @Test(arguments: [0.1, 1, 3.39, 3.41, 20, 250], [(1, 1), (1, 40), (37, 2), (64, 64), (501, 3)])
    func `a flat field stays exactly flat`(sigma: Double, size: (width: Int, height: Int)) throws {
        for pixel: [UInt8] in [[0], [255], [254, 1, 77], [9, 200, 31, 128]] {
            let picture = Picture.flat(size.width, size.height, pixel)
            #expect(try picture.edited(.blur(Blur(sigma: sigma))) == picture)
            #expect(try picture.edited(.sharpen(Sharpen(sigma: sigma, amount: 10))) == picture)
        }
    }

    @Test(arguments: [3.0, 10, 50, 250])
    func `a wide blur weighs hardly more samples for each pixel than a narrow one`(sigma: Double) {
        let size = PixelSize(width: 900, height: 700)
        var (weighed, inputWidth) = (0.0, size.width)
        for pass in BlurPyramid.windows(of: size, sigma: sigma) {
            let (width, height) = (pass.columns.starts.count, pass.rows.starts.count)
            weighed += Double(height * (inputWidth * pass.rows.tapCount + width * pass.columns.tapCount))
            inputWidth = width
        }
        #expect(weighed / Double(size.pixelCount) < 52, "\(weighed / Double(size.pixelCount))")
    }

    @Test(arguments: [0.625, 1, 1.125, 3.3])
    func `a pixel's neighbours weigh as much on the one side as on the other`(sigma: Double) {
        let windows = FilterWindows(mirrored: 41, outputCount: 41, sigma: sigma)
        let weights = windows.weights(of: 20)
        #expect(windows.starts[20] + weights.count / 2 == 20)
        for (left, right) in zip(weights, weights.reversed()) {
            #expect(abs(left - right) < 1e-12)
        }
    }

    @Test func `what is transparent does not bleed`() throws {
        let picture = Picture(40, 10, .rgba) { x, _ in x < 20 ? [255, 0, 0, 0] : [0, 0, 255, 255] }
        let own = try picture.edited(.blur(Blur(sigma: 4)))
        for x in 0..<40 where own[x, 5][3] > 0 {
            #expect(own[x, 5].prefix(3) == [0, 0, 255])
        }
    }

    private static let masks: [Sharpen] = [0.5, 0.8, 1, 3, 7, 25].flatMap { sigma in
        [1, 3, 10].map { Sharpen(sigma: sigma, amount: $0) }
    }

    @Test(arguments: masks, PixelLayout.allCases)
    func `sharpening is the unsharp mask in floating point`(
        sharpen: Sharpen,
        layout: PixelLayout
    ) throws {
        for picture in [
            Picture.scene(120, 80, layout), .faintScene(120, 80, layout), .tiles(120, 80, layout),
        ] {
            let own = try picture.edited(.sharpen(sharpen))
            let other = try Self.sharpened(picture, sharpen, threshold: 0)
            #expect(own.maximumDifference(other) <= 1)
        }
    }

    @Test(arguments: [1, 4, 9], PixelLayout.allCases)
    func `differences are held against the threshold before they are rounded`(
        threshold: Int,
        layout: PixelLayout
    ) throws {
        let picture = Picture.faintScene(120, 80, layout)
        for var sharpen in Self.masks where sharpen.sigma < 10 {
            sharpen.threshold = threshold
            let own = try picture.edited(.sharpen(sharpen))
            // What is left open: of a colour that is opaque by a fifth, five times as much.
            let doubt = layout == .rgba ? 5.0 / 32 : 1 / 32
            let more = try Self.sharpened(picture, sharpen, threshold: Double(threshold) - doubt)
            let less = try Self.sharpened(picture, sharpen, threshold: Double(threshold) + doubt)
            #expect(own.format == more.format && own.format == less.format)
            let distances = zip(own.pixels, zip(more.pixels, less.pixels)).map { level, allowed in
                min(abs(Int(level) - Int(allowed.0)), abs(Int(level) - Int(allowed.1)))
            }
            #expect(distances.max() ?? 0 <= 1)
        }
    }

    private static func sharpened(
        _ picture: Picture,
        _ sharpen: Sharpen,
        threshold: Double
    ) throws -> Picture {
        let words = #"["sharpen", \#(sharpen.sigma), \#(sharpen.amount), \#(threshold)]"#
        return try OperationWitness.edit(picture, words)
    }

    @Test func `nothing added leaves the picture as it is`() throws {
        let picture = Picture.scene()
        #expect(try picture.edited(.sharpen(Sharpen(amount: 0))) == picture)
        #expect(try picture.edited(.sharpen(Sharpen(threshold: 255))) == picture)
    }
}
