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
        // Colours that can hardly be seen have few levels of their own.
        #expect(own.maximumDifference(other) <= (layout == .rgba ? 3 : 2))
        #expect(own.psnr(other) > 47, "\(own.psnr(other)) dB")
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
        var weighed = 0.0
        for pass in BlurPyramid.windows(of: size, sigma: sigma) {
            let (width, height) = (pass.columns.starts.count, pass.rows.starts.count)
            weighed += Double(height * (size.width * pass.rows.tapCount + width * pass.columns.tapCount))
        }
        #expect(weighed / Double(size.pixelCount) < 60, "\(weighed / Double(size.pixelCount))")
    }

    @Test func `what is transparent does not bleed`() throws {
        let picture = Picture(40, 10, .rgba) { x, _ in x < 20 ? [255, 0, 0, 0] : [0, 0, 255, 255] }
        let own = try picture.edited(.blur(Blur(sigma: 4)))
        for x in 0..<40 where own[x, 5][3] > 0 {
            #expect(own[x, 5].prefix(3) == [0, 0, 255])
        }
    }

    @Test(
        arguments: [
            Sharpen(), Sharpen(sigma: 3, amount: 0.5), Sharpen(sigma: 1, amount: 2.5, threshold: 9),
            Sharpen(sigma: 25),
        ],
        PixelLayout.allCases
    )
    func `sharpening is the unsharp mask`(sharpen: Sharpen, layout: PixelLayout) throws {
        let picture = Picture.scene(120, 80, layout)
        let own = try picture.edited(.sharpen(sharpen))
        let words = #"["sharpen", \#(sharpen.sigma), \#(sharpen.amount), \#(sharpen.threshold)]"#
        let other = try OperationWitness.edit(picture, words)
        // A level of the blur is worth `amount` levels here; at the threshold it decides.
        #expect(own.psnr(other) > (layout == .rgba ? 36 : 40), "\(own.psnr(other)) dB")
    }

    @Test func `nothing added leaves the picture as it is`() throws {
        let picture = Picture.scene()
        #expect(try picture.edited(.sharpen(Sharpen(amount: 0))) == picture)
        #expect(try picture.edited(.sharpen(Sharpen(threshold: 255))) == picture)
    }
}
