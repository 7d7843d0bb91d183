import Testing

@testable import Imaging

@Suite struct `What a PNG says of its colours` {
    private static func rendered(
        _ file: [UInt8]
    ) throws -> (picture: Picture, notices: Set<RenderedImage.Notice>) {
        let image = try Renderer().render(file, [RenditionPlan(Resize(), as: .png())])[0]
        return (try Picture(decoding: image.bytes), image.notices)
    }

    @Test(
        arguments: [
            "cicp-p3", "cicp-bt709", "cicp-before-profile", "cicp-hdr", "profile-before-srgb",
            "profile-before-gamma", "primaries-p3", "primaries-linear", "gamma-alone",
            "gamma-of-old-screens", "gamma-beside-broken-profile",
        ],
        ["RGB", "RGBA"]
    )
    func `is brought to sRGB as littleCMS does it, the best word first`(words: String, mode: String) throws {
        let (file, pixels) = try Witness.makeWithPixels("said:\(words):\(mode)")
        let own = try Self.rendered(file)
        #expect(own.picture.maximumDifference(pixels) <= 2)
        #expect(own.notices.isEmpty)
        let plain = try Witness.makeWithPixels("said:cicp-srgb:\(mode)").pixels
        #expect(own.picture.psnr(plain) < 45, "the words must make a difference")
    }

    @Test(
        arguments: [
            "cicp-srgb", "cicp-before-gamma", "cicp-narrow", "srgb-before-primaries", "primaries-srgb",
            "primaries-alone", "primaries-none", "primaries-line",
        ]
    )
    func `changes nothing where it is sRGB or makes no sense`(words: String) throws {
        let (file, pixels) = try Witness.makeWithPixels("said:\(words):RGB")
        let own = try Self.rendered(file)
        #expect(own.picture == pixels)
        #expect(own.notices.isEmpty)
    }

    @Test(arguments: [[9, 16, 0, 1], [9, 18, 0, 1], [1, 13, 0, 0], [1]] as [[UInt8]])
    func `is passed over with a notice where it is all there is and cannot be used`(points: [UInt8]) throws {
        let plain = try Picture.marker(20, 10).encoded(as: .png())
        let file = Files.adding(chunk: "cICP", points, to: plain)
        let own = try Self.rendered(file)
        #expect(own.notices == [.ignoredProfile])
        #expect(try own.picture == Picture(decoding: plain))
        let told = try Self.rendered(Files.adding(chunk: "sRGB", [0], to: file))
        #expect(told.notices.isEmpty)
    }

    @Test(arguments: [0, 1, 15, 625_000_001, 4_000_000_000, nil] as [UInt32?])
    func `is passed over with a notice where it is a gamma that none can be`(gamma: UInt32?) throws {
        let plain = try Picture.marker(20, 10).encoded(as: .png())
        let number = gamma.map { gamma in (0..<4).map { UInt8(truncatingIfNeeded: gamma >> (24 - 8 * $0)) } }
        let file = Files.adding(chunk: "gAMA", number ?? [1, 2], to: plain)
        let own = try Self.rendered(file)
        #expect(own.notices == [.ignoredProfile])
        #expect(try own.picture == Picture(decoding: plain))
        #expect(try Self.rendered(Files.adding(chunk: "sRGB", [0], to: file)).notices.isEmpty)
    }

    @Test(arguments: ["L", "RGB", "RGBA"])
    func `is brought to sRGB with all of its bits`(mode: String) throws {
        let (file, pixels) = try Witness.makeWithPixels("deep:\(mode)")
        let own = try Self.rendered(file).picture
        #expect(own.maximumDifference(pixels) <= 1)
        #expect(Set(own.pixels).count >= 235)
    }

    @Test func `bends gray levels too`() throws {
        let (file, pixels) = try Witness.makeWithPixels("said:cicp-bt709:L")
        let own = try Self.rendered(file).picture
        #expect(own.format.layout == .gray)
        let (width, height) = (own.format.size.width, own.format.size.height)
        let seen = Picture(width, height, .rgb) { x, y in [UInt8](repeating: own[x, y][0], count: 3) }
        #expect(seen.maximumDifference(pixels) <= 2)
    }

    @Test(arguments: ["cICP", "cHRM"])
    func `never traps, whatever the chunk holds`(type: String) throws {
        let plain = try Witness.make("png-rgb")
        var random = SeededRandom(seed: 11)
        for _ in 0..<200 {
            let count =
                Bool.random(using: &random)
                ? (type == "cICP" ? 4 : 32) : Int.random(in: 0..<40, using: &random)
            let data = (0..<count).map { index in
                index % 4 < 2 && type == "cHRM" ? 0 : UInt8.random(in: 0...255, using: &random)
            }
            let gamma = Files.adding(chunk: "gAMA", [0, 0, 0xb1, 0x8f], to: plain)
            let structure = try PNGStructure(reading: Files.adding(chunk: type, data, to: gamma))
            switch structure.colorWords {
            case .space(let space), .primaries(let space):
                _ = ColorConversion(space.profile, isEmbedded: false, for: .rgb)
            case .profile, .srgb, .gamma: break
            }
        }
    }
}
