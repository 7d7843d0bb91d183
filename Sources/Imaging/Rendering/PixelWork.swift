/// What edits and encoders take for a pixel, in steps of which a core does about a billion in a second.
///
/// Each value is measured, with some room. What encoders take depends on the picture: their values are those of the noise
/// that each takes longest for (of all levels, of few, or blurred); a photo takes a fourth to a half of them.
enum PixelWork {
    /// A pixel that is made by weighing others.
    static let resampling = 6
    /// The same where light is weighed, for each pixel that is looked at.
    static let lightResampling = 12
    /// A pixel that is only moved, mixed with a colour or looked at.
    static let moving = 4
    /// A pixel sampled between others.
    static let rotation = 30
    /// A pixel with opacity that is blurred; beyond it, one of a picture that is halved for that, and each weight of the
    /// last filter along an axis.
    ///
    /// Without opacity it takes half of that: 6 to 18 for sigmas from 0.3 to 250, with it 12 to 34.
    static let blur = 8
    static let blurHalving = 4
    static let blurWeight = 1
    /// A pixel compared with its blur.
    static let sharpening = 6
    /// A pixel changed by one matrix or curve.
    static let adjustment = 6
    /// A pixel of a mark, drawn and laid over another.
    static let overlay = 12

    /// A pixel of 8 bits a sample that is brought to sRGB: by littleCMS 15, with opacity 25.
    static let colorConversion = 30
    /// A pixel of 16 bits a sample that is brought to sRGB.
    ///
    /// By littleCMS's matrices and curves it takes 135 to 155, with opacity or without; a gray one is looked up.
    static let deepColor = 200
    static let deepGray = 12

    /// A sample of a JPEG: of a sequential one, one with its own code tables, and one of several scans.
    static let jpegSample = (plain: 6, optimized: 15, progressive: 29)
    /// A PNG of zlib's levels 0…9: the upper levels look for long in noise of two levels.
    static let png = [35, 100, 100, 105, 130, 200, 460, 600, 1_900, 3_800]
    /// A lookup among at most 256 colours.
    static let palette = 15
    /// A lossy WebP of the methods 0…6, of qualities up to 80 and of higher ones.
    static let lossyWebP = [
        (90, 165), (110, 200), (145, 200), (220, 275), (220, 275), (260, 300), (560, 640),
    ]
    /// The same of what photos show.
    static let lossyPhotoWebP = [25, 35, 40, 80, 80, 100, 220]
    /// A byte of a lossy WebP's pixel, beyond what photos need.
    static let lossyWebPByte = 150
    /// Bytes of a pixel that photos need.
    static let photoWebPBytes = 0.15
    /// The opacity of a pixel in a lossy WebP.
    static let webPAlpha = 90
    /// A lossless WebP of method 0 and quality 0, and of the methods 0…6 otherwise.
    static let fastestLosslessWebP = 100
    static let losslessWebP = [800, 1_000, 1_000, 1_000, 1_000, 1_800, 1_000]
    /// How many encodes find the quality of a file of a given size.
    static let searchedEncodes = 6
}
