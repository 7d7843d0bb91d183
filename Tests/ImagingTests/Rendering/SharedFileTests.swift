import Synchronization
import Testing

@testable import Imaging

@Suite struct `Renditions that come to the same file` {
    private static let size = PixelSize(width: 97, height: 61)

    /// Different wishes that all leave a picture of that size as it is.
    private static let resizes = [
        Resize(), Resize(width: 97), Resize(width: 800), Resize(width: 400, height: 400, gravity: .north),
        Resize(width: 970, height: 610, fit: .cover), Resize(width: 970, height: 610, fit: .fill),
        Resize(width: 97, height: 61, fit: .contain, background: .black),
    ]

    private static func plans(_ encoding: Encoding) -> [RenditionPlan] {
        resizes.map { RenditionPlan($0, as: encoding) }
    }

    /// How many files there are behind the images: one that is delivered several times is one piece of memory.
    private func fileCount(_ images: [RenderedImage]) -> Int {
        Set(images.map { $0.bytes.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) } }).count
    }

    private func batch(
        _ plans: [RenditionPlan],
        _ limits: ImageLimits = ImageLimits()
    ) throws -> RenditionBatch {
        let picture = PicturePlan(operations: [], renditions: plans, taps: [], headRoom: nil)
        return try RenditionBatch(picture, of: SourceGeometry(Self.size), .none, limits)
    }

    @Test(
        arguments: ["jpeg-baseline", "png-rgba", "webp-lossy"],
        [Encoding.webp(), .jpeg(), .png()]
    )
    func `are made once, and are what each is alone`(kind: String, encoding: Encoding) throws {
        let file = try Witness.make(kind)
        let images = try Renderer().render(file, Self.plans(encoding))
        #expect(fileCount(images) == 1)
        for (plan, image) in zip(Self.plans(encoding), images) {
            #expect(try Renderer().render(file, [plan]) == [image])
        }
    }

    @Test(arguments: [ImageFormat.jpeg, .png, .webp])
    func `are decoded and encoded as often as one`(format: ImageFormat) throws {
        let file = try Witness.make("jpeg-baseline")
        let encodings: [ImageFormat: Encoding] = [.jpeg: .jpeg(), .png: .png(), .webp: .webp()]
        let plans = Self.plans(try #require(encodings[format]))
        /// How often the engine asks the clock: for each row that it decodes, and while it encodes.
        func questions(_ plans: [RenditionPlan]) throws -> Int {
            let clock = Mutex(0)
            var renderer = Renderer()
            renderer.threadCount = 1
            renderer.limits.isPastDeadline = {
                clock.withLock { $0 += 1 }
                return false
            }
            _ = try renderer.render(file, plans)
            return clock.withLock(\.self)
        }
        var other = plans[0]
        other.metadata = []
        #expect(try questions(plans) == questions([plans[0]]))
        #expect(try format == .jpeg || questions(plans + [other]) > questions(plans))
    }

    @Test func `count once as work, as memory and as pixels of all outputs`() throws {
        let plans = Self.plans(.webp())
        let (all, one) = (try batch(plans), try batch([plans[0]]))
        #expect((all.work, all.memoryByteCount) == (one.work, one.memoryByteCount))
        var other = plans[0]
        other.metadata = []
        #expect(try batch(plans + [other]).work == 2 * one.work)
        var limits = ImageLimits()
        limits.maximumOutputPixelCount = Self.size.pixelCount
        #expect(throws: Never.self) { try batch(plans, limits) }
        #expect(throws: ImagingError.self) { try batch(plans + [other], limits) }
    }

    @Test(
        arguments: [
            { $0.encoding = .webp(.init(quality: 79)) }, { $0.encoding = .jpeg() },
            { $0.resize.width = 59 }, { $0.resize.filter = .mitchell }, { $0.resize.usesLinearLight = true },
            { $0.resize.gravity = .east }, { $0.resize.fit = .cover }, { $0.resize.background = .black },
            { $0.metadata = [] }, { $0.maximumByteCount = 1_000_000 },
            { $0.operations = [.blur(Blur(sigma: 1))] },
            { $0.operations = [.turn(.rotate180)] },
        ] as [@Sendable (inout RenditionPlan) -> Void]
    )
    func `differ in nothing: another option is another file`(
        _ change: @Sendable (inout RenditionPlan) -> Void
    ) throws {
        let file = try Witness.make("jpeg-baseline")
        let plan = RenditionPlan(Resize(width: 60, height: 30, fit: .contain), as: .webp())
        var changed = plan
        change(&changed)
        let images = try Renderer().render(file, [plan, changed, plan])
        #expect(fileCount(images) == 2)
        #expect(images[0] == images[2])
        #expect(try images[1].size == Renderer().render(file, [changed])[0].size)
    }

    @Test func `tell each its own steps`() throws {
        let file = try Files.file(.png, Picture.marker(60, 40))
        let resizes = [
            Resize(width: 30), Resize(width: 30, height: 20), Resize(width: 30, height: 20, fit: .cover),
        ]
        let images = try Renderer().render(file, resizes.map { RenditionPlan($0, as: .png()) })
        #expect(fileCount(images) == 1)
        let size = PixelSize(width: 30, height: 20)
        for (resize, image) in zip(resizes, images) {
            #expect(image.steps == [.resize(size, resize), .encode(.png())])
        }
    }

    @Test func `have their operations at the same places of their lists, which the steps name`() throws {
        let file = try Files.file(.png, Picture.marker(60, 40))
        let blur = Operation.blur(Blur(sigma: 1))
        let idle = Operation.crop(Crop(.aspectRatio(width: 3, height: 2), at: .gravity(.center)))
        let plans = [[blur], [blur], [idle, blur]].map { RenditionPlan(Resize(), as: .png(), operations: $0) }
        let images = try Renderer().render(file, plans)
        #expect(fileCount(images) == 2)
        let places = [0, 0, 1].map { AppliedStep.edit(.rendition, index: $0) }
        #expect(images.map(\.steps) == places.map { [$0, .encode(.png())] })
        #expect(images[0].bytes == images[2].bytes)
    }

    @Test func `may have left their effort open, and say by themselves what became of it`() throws {
        let file = try Witness.make("png-rgb")
        var options = Encoding.WebPOptions()
        options.isLossless = true
        let asked = RenditionPlan(Resize(), as: .webp(options))
        options.allowsLessEffort = true
        let open = RenditionPlan(Resize(), as: .webp(options))
        let images = try Renderer().render(file, [asked, open])
        #expect(fileCount(images) == 1)
        (options.method, options.quality, options.allowsLessEffort) = (0, 0, false)
        let least = RenditionPlan(Resize(), as: .webp(options))
        var renderer = Renderer()
        renderer.limits.maximumWork = try batch([least]).work * 2
        let hurried = try renderer.render(file, [least, open])
        #expect(fileCount(hurried) == 1)
        #expect(hurried.map(\.notices) == [[], [.lessEffort]])
        #expect(hurried[0].bytes != images[0].bytes)
    }

    @Test func `all hear of damage and of a size that was missed`() throws {
        var plans = Self.plans(.webp())
        for index in plans.indices { plans[index].maximumByteCount = 30 }
        var renderer = Renderer()
        renderer.toleratesDamage = true
        let images = try renderer.render(Array(Witness.make("jpeg-baseline").dropLast(600)), plans)
        #expect(fileCount(images) == 1)
        #expect(images.map(\.notices) == plans.map { _ in [.damagedSource, .missedSizeLimit] })
    }

    @Test func `all fail where their file does, and where one cannot be delivered those behind it are not`()
        throws
    {
        let file = try Witness.make("jpeg-baseline")
        var delivered: [Int] = []
        let isStopped = Mutex(false)
        var renderer = Renderer()
        renderer.limits.isPastDeadline = { isStopped.withLock(\.self) }
        let tap = RowTap(Resize(), memoryByteCount: 0) { format in
            LastRowConsumer(rowCount: format.size.height) { isStopped.withLock { $0 = true } }
        }
        let late = #expect(throws: ImagingError.self) {
            try renderer.render(file, Self.plans(.webp()), taps: [tap]) { index, _ in delivered.append(index)
            }
        }
        #expect(late?.code == .deadlineExceeded && delivered.isEmpty)
        let full = #expect(throws: ImagingError.self) {
            try Renderer().render(file, Self.plans(.webp())) { index, _ throws(ImagingError) in
                guard delivered.count < 2 else { throw ImagingError(.stoppedByCaller, "full") }
                delivered.append(index)
            }
        }
        #expect(full?.code == .stoppedByCaller && delivered == [0, 1])
    }

    @Test func `are refused where one of them is`() throws {
        let file = try Witness.make("jpeg-baseline")
        let bad = RenditionPlan(Resize(width: 0), as: .webp())
        let error = #expect(throws: ImagingError.self) {
            try Renderer().render(file, Self.plans(.webp()) + [bad])
        }
        #expect(error?.code == .invalidRendition)
    }
}

/// Does something when the last row has come.
private final class LastRowConsumer: RowConsumer {
    private var left: Int
    private let act: () -> Void

    init(rowCount: Int, act: @escaping () -> Void) { (left, self.act) = (rowCount, act) }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        left -= 1
        if left == 0 { act() }
    }

    func finish() throws(ImagingError) {}
}
