import Testing

@testable import Imaging

@Suite struct `A file with a profile that cannot be used` {
    private let plain: [UInt8]

    init() throws {
        plain = try Picture.marker(75, 61).encoded(as: .jpeg(.init(quality: 93)))
    }

    @Test(arguments: [
        "icc:cmyk:RGB:JPEG", "icc:cmyk:RGB:PNG", "junk", "misnumbered", "webp-lossy", "webp-lossless",
    ])
    func `is handed on without it where no pixel changes, and that is said`(kind: String) throws {
        let (file, plain): ([UInt8], [UInt8])
        switch kind {
        case "junk":
            plain = self.plain
            file = Files.adding(marker: 0xe2, Array("ICC_PROFILE\0\u{1}\u{1}junk".utf8), to: plain)
        case "misnumbered":
            plain = self.plain
            file = Files.adding(marker: 0xe2, Array("ICC_PROFILE\0\u{3}\u{2}junk".utf8), to: plain)
        case "webp-lossy", "webp-lossless":
            plain = try Witness.make(kind)
            let junk = WebPChunks.encoded("ICCP", Array("junk".utf8))
            let chunks = try WebPStructure(reading: plain).chunks.map {
                WebPChunks.encoded($0.type, $0.data.array)
            }
            let header = WebPChunks.encoded("VP8X", [0x20, 0, 0, 0, 96, 0, 0, 60, 0, 0])
            file = WebPChunks.file([header, junk] + chunks)
        default:
            file = try Witness.make(kind)
            plain = []
        }
        var plan = RenditionPlan.sourceAsItIs
        let format = try #require(ImageFormat(sniffing: file))
        plan.encoding = format == .jpeg ? .jpeg() : format == .png ? .png() : .webp()
        let image = try Renderer().render(file, [plan])[0]
        #expect(!image.isEncoded && image.notices == [.ignoredProfile])
        #expect(plain.isEmpty || image.bytes == plain)
        #expect(try Witness.profile(image.bytes).isEmpty)
        #expect(try Picture(decoding: image.bytes) == Picture(decoding: file))
    }
}
