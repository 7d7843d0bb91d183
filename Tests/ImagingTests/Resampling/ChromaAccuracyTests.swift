import Glibc
import Testing

@testable import Imaging

/// Strong colours beside the exact reduction of what libjpeg and libwebp decode.
@Suite struct `The chroma of a reduced picture` {
    /// The chroma of the reduced picture in an output of all pixels, and in the files of an encoder of halves beside what that
    /// makes of the exact picture.
    private struct Distances {
        let whole: Double
        let halves: [(own: Double, exact: Double)]

        init(_ kind: String, width: Int) throws {
            let file = try Witness.make("colourful:\(kind)")
            let size = PixelSize(width: width, height: width * 3 / 4)
            var jpeg = Encoding.JPEGOptions(quality: 98)
            let halves = [Encoding.jpeg(jpeg), .webp(Encoding.WebPOptions(quality: 98))]
            jpeg.chromaSubsampling = .full
            let exact = try Witness.resize(file, to: size, .lanczos3)
            func images(_ encodings: [Encoding]) throws -> [Picture] {
                let resize = Resize(width: size.width, height: size.height, fit: .fill)
                let plans = encodings.map { RenditionPlan(resize, as: $0) }
                return try Renderer().render(file, plans).map { try Picture(decoding: $0.bytes) }
            }
            // Beside a JPEG of all chroma, a PNG is made of planes.
            whole = try images([.jpeg(jpeg), .png()])[1].chromaPSNR(exact)
            self.halves = try halves.map { encoding in
                (
                    try images([encoding])[0].chromaPSNR(exact),
                    try Picture(decoding: exact.encoded(as: encoding)).chromaPSNR(exact)
                )
            }
        }
    }

    private static let kinds = ["2x2", "2x1", "1x2", "1x1", "4x1", "webp"]

    @Test(arguments: kinds, [360, 280, 200, 140, 80, 40, 20])
    func `is that of the decoded pixels where it is kept whole, and no farther than a file can be else`(
        kind: String,
        width: Int
    ) throws {
        let distances = try Distances(kind, width: width)
        // At a half the filter takes samples of 4:2:0 one by one, and the finest waves stay that pixels would lose.
        #expect(distances.whole > (width == 200 ? 37.5 : 42), "\(distances.whole) dB")
        for (own, exact) in distances.halves { #expect(own > exact - 0.1, "\(own) dB, not \(exact)") }
    }

    @Test(arguments: ["2x2", "webp"], [(360, 2.5), (280, 1.1), (200, 0.45)])
    func `is nearer in halves made of halves than that of the exact picture stored so`(
        kind: String,
        size: (width: Int, gain: Double)
    ) throws {
        // What the decoder of the source adds would be added twice, and some sharpness be lost once more on the way.
        for (own, exact) in try Distances(kind, width: size.width).halves {
            #expect(own - exact > size.gain, "\(own) dB, not \(exact)")
        }
    }

    @Test(arguments: [(640, 480), (640, 120), (150, 480)])
    func `is enlarged like the brightness where it has as many samples`(
        size: (width: Int, height: Int)
    ) throws {
        let file = try Witness.make("colourful:1x1")
        var resize = Resize(width: size.width, height: size.height, fit: .fill)
        resize.allowsEnlargement = true
        var jpeg = Encoding.JPEGOptions(quality: 98)
        jpeg.chromaSubsampling = .full
        let images = try [Encoding.jpeg(jpeg), .png()].map { encoding in
            let image = try Renderer().render(file, [RenditionPlan(resize, as: encoding)])[0]
            return try Picture(decoding: image.bytes)
        }
        // The PNG, alone, is made of decoded pixels.
        #expect(images[0].chromaPSNR(images[1]) > 45, "\(images[0].chromaPSNR(images[1])) dB")
    }
}

extension Picture {
    /// Peak signal to noise of Cb and Cr in decibels.
    fileprivate func chromaPSNR(_ other: Picture) -> Double {
        let squares = stride(from: 0, to: pixels.count, by: 3).reduce(0.0) { sum, start in
            let (own, its) = (chroma(start), other.chroma(start))
            return sum + pow(own.blue - its.blue, 2) + pow(own.red - its.red, 2)
        }
        return 10 * log10(255 * 255 * Double(pixels.count / 3 * 2) / squares)
    }

    /// Cb and Cr (ITU-T T.871) of the pixel whose samples begin at `start`, without their offset.
    private func chroma(_ start: Int) -> (blue: Double, red: Double) {
        let (red, green, blue) = (
            Double(pixels[start]), Double(pixels[start + 1]), Double(pixels[start + 2])
        )
        let luma = 0.299 * red + 0.587 * green + 0.114 * blue
        return ((blue - luma) / 1.772, (red - luma) / 1.402)
    }
}
