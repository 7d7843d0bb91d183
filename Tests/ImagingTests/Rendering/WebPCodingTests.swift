import Testing

@testable import Imaging

@Suite struct `A WebP that has to be encoded again` {
    private static let plan: RenditionPlan = {
        var plan = RenditionPlan(Resize(), as: .webp())
        plan.mayBeSource = true
        return plan
    }()

    private static func file(
        _ quality: Int,
        method: Int = 4,
        _ mode: String = "RGB",
        profile: String = ""
    )
        throws -> [UInt8]
    {
        try Witness.make("webp-quality:\(quality):\(method):\(mode):\(profile)")
    }

    private static func frame(_ file: [UInt8]) throws -> [UInt8] {
        try #require(try WebPStructure(reading: file).first("VP8 ")).data.array
    }

    @Test(arguments: Array(stride(from: 0, through: 100, by: 5)) + [98, 99], ["RGB", "RGBA"])
    func `has the quality that its quantisers tell, or up to two more`(quality: Int, mode: String) throws {
        for method in [0, 4] {
            let told = try WebPStructure(reading: Self.file(quality, method: method, mode)).quality
            let found = try #require(told)
            #expect((quality...quality + 2).contains(found), "\(found) by method \(method)")
        }
    }

    @Test(arguments: [3, 50, 75, 93])
    func `has the quality of its only quantiser`(quality: Int) throws {
        let file = try Picture.flat(16, 16, [200, 30, 90]).encoded(as: .webp(.init(quality: quality)))
        let quantisers = try #require(VP8Quantisers(ByteView(try Self.frame(file))))
        #expect(quantisers.segments.filter { $0.part > 0 }.count == 1)
        let found = try #require(try WebPStructure(reading: file).quality)
        // Neighbours may have the same quantiser.
        #expect((quality - 2...quality).contains(found))
    }

    @Test(arguments: [("RGB", "p3"), ("RGBA", "adobe"), ("RGB", "")], [30, 92])
    func `is as fine as it was, and says so`(kind: (mode: String, profile: String), quality: Int) throws {
        let stored = try Self.file(quality, kind.mode, profile: kind.profile)
        let file = kind.profile.isEmpty ? try Files.adding(.rotate90, to: stored) : stored
        let image = try Renderer().render(file, [Self.plan])[0]
        #expect(image.notices == [.encodedAgain])
        guard case .encode(.webp(let options), _)? = image.steps.last else {
            Issue.record("\(image.steps)")
            return
        }
        #expect(try options.quality == max(80, #require(WebPStructure(reading: stored).quality)))
        #expect(!options.isLossless)
        var plan = Self.plan
        plan.mayBeSource = false
        let other = try Renderer().render(file, [plan])[0]
        #expect(other.notices.isEmpty && (other.bytes == image.bytes) == (quality < 80))
    }

    @Test(arguments: ["webp-lossless", "webp-lossless-alpha", "icc:p3:RGB:WEBP"])
    func `keeps every pixel where it did before`(kind: String) throws {
        let stored = try Witness.make(kind)
        let turned = try Files.adding(.rotate90, to: stored)
        let image = try Renderer().render(turned, [Self.plan])[0]
        #expect(image.notices.isEmpty)
        let exact = try Renderer().render(turned, [RenditionPlan(Resize(), as: .png())])[0]
        #expect(try Picture(decoding: image.bytes) == Picture(decoding: exact.bytes))
        var plan = Self.plan
        plan.mayBeSource = false
        #expect(try WebPStructure(reading: Renderer().render(turned, [plan])[0].bytes).first("VP8 ") != nil)
    }

    @Test func `keeps every pixel where it did before and is cut off`() throws {
        var options = Encoding.WebPOptions()
        options.isLossless = true
        let photo = SyntheticPhoto(size: PixelSize(width: 203, height: 151))
        let stored = try photo.encoded(as: .webp(options))
        let cut = Array(stored.dropLast(stored.count / 4))
        var renderer = Renderer()
        renderer.toleratesDamage = true
        let image = try renderer.render(cut, [Self.plan])[0]
        #expect(image.notices == [.damagedSource])
        let exact = try renderer.render(cut, [RenditionPlan(Resize(), as: .png())])[0]
        #expect(try Picture(decoding: image.bytes) == Picture(decoding: exact.bytes))
    }

    @Test func `keeps every pixel of a first frame without loss that is a part of its canvas`() throws {
        let stored = try Witness.make("webp-animated-part")
        let image = try Renderer().render(stored, [Self.plan])[0]
        #expect(image.notices.isEmpty)
        let exact = try Renderer().render(stored, [RenditionPlan(Resize(), as: .png())])[0]
        #expect(try Picture(decoding: image.bytes) == Picture(decoding: exact.bytes))
    }

    @Test(arguments: [93, 30])
    func `is as fine as a first frame with a loss that is a part of its canvas`(quality: Int) throws {
        let frame = try Picture.marker(40, 30).encoded(as: .webp(.init(quality: quality)))
        let stored = try Files.animation(of: frame, on: PixelSize(width: 64, height: 48))
        let image = try Renderer().render(stored, [Self.plan])[0]
        #expect(image.notices == [.encodedAgain] && image.size == PixelSize(width: 64, height: 48))
        guard case .encode(.webp(let options), _)? = image.steps.last else {
            Issue.record("\(image.steps)")
            return
        }
        let told = try #require(try WebPStructure(reading: frame).quality)
        #expect(options.quality == max(80, told) && !options.isLossless)
    }

    @Test func `has no quality where its header is cut off, and is encoded as any other`() throws {
        let file = try Self.file(90)
        let frame = try Self.frame(file)
        let whole = try #require(VP8Quantisers(ByteView(frame)))
        let partition = (Int(frame[0]) | Int(frame[1]) << 8 | Int(frame[2]) << 16) >> 5
        for count in 0..<10 + partition {
            #expect(VP8Quantisers(ByteView(Array(frame[..<count]))) == nil, "\(count) bytes")
        }
        for count in 0..<60 {
            // A header that says itself that its partition ends early.
            var short = frame
            for place in 0..<3 {
                let size = count << 5 | Int(frame[0]) & 31
                short[place] = UInt8(truncatingIfNeeded: size >> (8 * place))
            }
            let found = VP8Quantisers(ByteView(short))
            #expect(found == nil || found == whole, "\(count) bytes")
            #expect(count > 3 || found == nil)
        }
        var later = frame
        later[0] |= 1
        #expect(VP8Quantisers(ByteView(later)) == nil)
        let cut = try WebPStructure(reading: Array(file.prefix(60)), toleratingDamage: true)
        #expect(cut.quality == nil && cut.coding(.init(quality: 77)).quality == 77)
    }

    @Test func `has quantisers within their range whatever its bytes say`() throws {
        var random = SeededRandom(seed: 11)
        for _ in 0..<2_000 {
            let partition = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
            let frame = [0x10 | 40 << 5 & 0xe0, 40 >> 3, 0, 0x9d, 0x01, 0x2a, 8, 0, 8, 0] + partition
            let found = try #require(VP8Quantisers(ByteView(frame)))
            #expect(found.segments.allSatisfy { (0...127).contains($0.index) && (0...1).contains($0.part) })
            #expect(abs(found.segments.reduce(0) { $0 + $1.part } - 1) < 1e-9)
        }
    }
}
