import Synchronization
import Testing

@testable import Imaging

@Suite struct WorkTests {
    /// A PNG that claims its size and has no pixels: whoever begins to decode it fails in another way.
    private func refusal(
        of size: (Int, Int),
        _ plans: [RenditionPlan],
        operations: [Operation] = []
    ) -> ImagingError.Code? {
        #expect(throws: ImagingError.self) {
            try Renderer().render(Files.hollowPNG(size.0, size.1), plans, operations: operations)
        }?.code
    }

    private func isAllowed(
        _ size: (Int, Int),
        _ plans: [RenditionPlan],
        operations: [Operation] = []
    ) -> Bool {
        let code = refusal(of: size, plans, operations: operations)
        return code == .truncated || code == .damaged
    }

    private static let small = RenditionPlan(Resize(width: 100), as: .jpeg())

    private static func lossless(effort: Int) -> RenditionPlan {
        var options = Encoding.WebPOptions()
        (options.isLossless, options.method) = (true, effort)
        return RenditionPlan(Resize(), as: .webp(options))
    }

    /// As many as that, which keep different metadata: what comes to the same file is made once.
    private static func several(_ count: Int, like plan: RenditionPlan) -> [RenditionPlan] {
        (0..<count).map {
            var own = plan
            own.metadata = MetadataFields(rawValue: $0)
            return own
        }
    }

    /// Of an effort that was left open.
    private static var anyLossless: RenditionPlan {
        var options = Encoding.WebPOptions()
        (options.isLossless, options.allowsLessEffort) = (true, true)
        return RenditionPlan(Resize(), as: .webp(options))
    }

    private static func png(_ level: Int) -> RenditionPlan {
        var options = Encoding.PNGOptions()
        options.compressionLevel = level
        return RenditionPlan(Resize(), as: .png(options))
    }

    @Test func `encoders that would work for a minute are refused before decoding`() {
        #expect(refusal(of: (9_900, 9_900), [Self.png(9)]) == .tooMuchWork)
        #expect(refusal(of: (2_000, 2_000), Self.several(5, like: Self.lossless(effort: 6))) == .tooMuchWork)
    }

    private static func webp(_ method: Int, quality: Int = 80) -> RenditionPlan {
        var options = Encoding.WebPOptions(quality: quality)
        options.method = method
        return RenditionPlan(Resize(), as: .webp(options))
    }

    @Test func `encoders are counted by the noise that they take longest for`() {
        #expect(refusal(of: (6_700, 6_700), [Self.webp(4)]) == .tooMuchWork)
        #expect(refusal(of: (7_500, 7_500), [Self.webp(2, quality: 100)]) == .tooMuchWork)
        #expect(refusal(of: (9_900, 9_900), [Self.png(4)]) == .tooMuchWork)
        #expect(refusal(of: (4_800, 3_600), [Self.webp(6, quality: 100)]) == .tooMuchWork)
    }

    @Test func `a PNG's compression is the usual where more would take too long`() throws {
        #expect(isAllowed((3_840, 2_160), [Self.png(9)]))
        #expect(refusal(of: (9_900, 9_900), [Self.png(9)]) == .tooMuchWork)
        let file = try SyntheticPhoto(size: PixelSize(width: 208, height: 160)).encoded(as: .png())
        var renderer = Renderer()
        let smallest = try renderer.render(file, [Self.png(9)])
        renderer.limits.maximumWork = 30_000_000
        let hurried = try renderer.render(file, [Self.png(9)])
        #expect(smallest.map(\.notices) == [[]])
        #expect(hurried.map(\.notices) == [[.lessEffort]])
        #expect(try Witness.decode(hurried[0].bytes) == Witness.decode(file))
        guard case .encode(.png(let options), _)? = hurried[0].steps.last else {
            Issue.record("it does not say how it was written")
            return
        }
        #expect(options.compressionLevel == 4)
    }

    @Test func `what encoders note of noise, and the files themselves, are counted as memory`() {
        let two = Self.several(2, like: Self.webp(4))
        #expect(refusal(of: (7_000, 7_000), two) == .tooMuchMemory)
        #expect(refusal(of: (9_900, 9_900), [Self.webp(4)]) == .tooMuchMemory)
        #expect(isAllowed((6_000, 4_000), [Self.webp(4)]))
    }

    @Test(arguments: [(true, ImagingError.Code?.some(.tooMuchWork)), (false, nil)])
    func `a search ends where its encodes take more than was counted for them`(
        isNoise: Bool,
        code: ImagingError.Code?
    ) throws {
        var random = SeededRandom(seed: 5)
        let picture = Picture(64, 64, .rgb) { x, y in
            (0..<3).map { isNoise ? .random(in: 0...255, using: &random) : UInt8(x + y + $0) }
        }
        let fitter = try Encoding.webp(.init(quality: 100)).encoder(
            picture.format,
            exif: nil,
            atMost: isNoise ? 4_000 : 400,
            limits: ImageLimits(),
            batch: nil,
            account: WorkAccount(),
            sink: ByteCollector { _ in },
            chosen: { _ in }
        )
        var rows = picture
        var found: ImagingError.Code?
        do throws(ImagingError) {
            try rows.pump(into: fitter, limits: ImageLimits())
        } catch {
            found = error.code
        }
        #expect(found == code)
    }

    @Test func `an effort that was left open is the least where more would take too long`() {
        #expect(refusal(of: (5_000, 4_000), [Self.lossless(effort: 2)]) == .tooMuchWork)
        #expect(refusal(of: (5_000, 4_000), [Self.lossless(effort: 0)]) == .tooMuchWork)
        #expect(refusal(of: (6_000, 5_000), [Self.lossless(effort: 2)]) == .tooMuchMemory)
        #expect(isAllowed((6_000, 5_000), [Self.anyLossless]))
        #expect(isAllowed((3_000, 2_000), Self.several(5, like: Self.anyLossless)))
        let asked = Self.several(2, like: Self.lossless(effort: 6))
        #expect(refusal(of: (3_000, 2_000), asked + [Self.anyLossless]) == .tooMuchWork)
    }

    @Test func `what is written with less effort says so and has the same pixels`() throws {
        let photo = SyntheticPhoto(size: PixelSize(width: 208, height: 160))
        let file = try photo.encoded(as: .png())
        var renderer = Renderer()
        let usual = try renderer.render(file, [Self.anyLossless, Self.small])
        renderer.limits.maximumWork = 12_000_000
        let hurried = try renderer.render(file, [Self.anyLossless, Self.small])
        #expect(usual.map(\.notices) == [[], []])
        #expect(hurried.map(\.notices) == [[.lessEffort], []])
        #expect(hurried[0].bytes.count > usual[0].bytes.count)
        #expect(hurried[1] == usual[1])
        #expect(try Witness.decode(hurried[0].bytes) == Witness.decode(file))
        guard case .encode(.webp(let options), _)? = hurried[0].steps.last else {
            Issue.record("it does not say how it was written")
            return
        }
        #expect((options.method, options.quality) == (0, 0))
    }

    @Test func `chains of edits that would work for a minute are refused before decoding`() {
        let masks = Array(repeating: Operation.sharpen(Sharpen(sigma: 1, amount: 0.1)), count: 32)
        #expect(refusal(of: (7_300, 5_500), [Self.small], operations: masks) == .tooMuchWork)
        let blurs = Array(repeating: Operation.blur(Blur(sigma: 250)), count: 32)
        #expect(refusal(of: (7_300, 5_500), [Self.small], operations: blurs) == .tooMuchWork)
    }

    @Test func `a blur counts by the reach of its last filter`() {
        func blurs(_ count: Int, _ sigma: Double) -> [Operation] {
            Array(repeating: .blur(Blur(sigma: sigma)), count: count)
        }
        #expect(refusal(of: (12_000, 8_100), [Self.small], operations: blurs(11, 13)) == .tooMuchWork)
        #expect(refusal(of: (12_000, 8_100), [Self.small], operations: blurs(4, 3)) == .tooMuchWork)
        #expect(isAllowed((12_000, 8_100), [Self.small], operations: blurs(4, 0.5)))
        #expect(isAllowed((12_000, 8_100), [Self.small], operations: blurs(2, 250)))
        let masks = Array(repeating: Operation.sharpen(Sharpen(sigma: 13, amount: 1)), count: 6)
        #expect(refusal(of: (8_100, 6_100), [Self.small], operations: masks) == .tooMuchWork)
    }

    @Test(arguments: [PixelSize(width: 3_000, height: 2_000), PixelSize(width: 30_000, height: 2)])
    func `no blur counts more than the widest without halving, up to what halving takes`(size: PixelSize) {
        let sigmas = Array(stride(from: 0.1, through: 250, by: 0.1))
        let works = sigmas.map { Double(Blur(sigma: $0).work(on: size)) / Double(size.pixelCount) }
        let unhalved = zip(sigmas, works).filter { $0.0 < 3.31 }.map(\.1)
        #expect(unhalved == unhalved.sorted() && unhalved[0] < 0.5 * unhalved[unhalved.count - 1])
        let widest = unhalved[unhalved.count - 1] + Double(PixelWork.blurHalving)
        #expect(works.allSatisfy { $0 <= widest })
    }

    @Test func `a file of a given size counts as several encodes`() {
        var plan = RenditionPlan(Resize(), as: .webp())
        #expect(isAllowed((8_000, 6_000), [plan]))
        plan.maximumByteCount = 1_000_000
        #expect(refusal(of: (8_000, 6_000), [plan]) == .tooMuchWork)
    }

    /// What people do with the largest pictures; the pixels that are missing are the only thing wrong.
    @Test func `usual requests are allowed`() {
        let widths = [200, 400, 800, 1_600, 3_200]
        let plans = widths.map { RenditionPlan(Resize(width: $0), as: .webp()) }
        let edits: [Operation] = [
            .adjust(.contrast(0.1)), .sharpen(Sharpen(sigma: 1, amount: 0.5)), .rotate(Rotation(degrees: 3)),
        ]
        #expect(isAllowed((8_100, 6_100), plans, operations: edits))
        #expect(isAllowed((8_100, 6_100), [RenditionPlan(Resize(), as: .webp())]))
        #expect(isAllowed((8_000, 8_000), [Self.png(4)]))
        #expect(isAllowed((9_900, 9_900), [RenditionPlan(Resize(), as: .jpeg())]))
        #expect(isAllowed((3_000, 2_000), [Self.lossless(effort: 4)]))
    }

    @Test func `every level of an encoder has its value`() {
        #expect(PixelWork.png.count == 10)
        #expect(PixelWork.lossyWebP.count == 7)
        #expect(PixelWork.losslessWebP.count == 7)
        #expect(PixelWork.png == PixelWork.png.sorted())
    }

    @Test func `a deadline interrupts the compression of rows that are held already`() throws {
        var options = Encoding.PNGOptions()
        (options.compressionLevel, options.usesPalette) = (9, true)
        let size = PixelSize(width: 64, height: 64)
        let row = [UInt8](repeating: 7, count: 3 * size.width)
        let questionCount = Mutex(0)
        var limits = ImageLimits()
        limits.isPastDeadline = {
            questionCount.withLock { $0 += 1 }
            return questionCount.withLock(\.self) > 1
        }
        let encoder = try Encoding.png(options).encoder(
            RowFormat(size: size, layout: .rgb),
            exif: nil,
            limits: limits,
            sink: ByteCollector { _ in }
        )
        for _ in 0..<size.height { try encoder.consume(row.span) }
        let error = #expect(throws: ImagingError.self) { try encoder.finish() }
        #expect(error?.code == .deadlineExceeded)
    }
}
