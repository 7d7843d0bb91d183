import Foundation
import Synchronization
import Testing

@testable import Imaging

/// The second number of statm (proc(5)), in bytes.
private func residentByteCount() -> Int {
    let numbers = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return 4_096 * (numbers.flatMap { Int($0[1]) } ?? .max / 8_192)
}

/// A time that is over when the test says so.
private final class PassedTime: Sendable {
    private let flag = Mutex(false)

    var isOver: Bool { flag.withLock(\.self) }

    func end() { flag.withLock { $0 = true } }
}

@Suite struct LimitTests {
    private static let plan = RenditionPlan(Resize(width: 10), as: .png())

    private func refusal(_ file: [UInt8], _ change: (inout ImageLimits) -> Void) -> ImagingError.Code? {
        var limits = ImageLimits()
        change(&limits)
        return #expect(throws: ImagingError.self) { try Renderer(limits: limits).render(file, [Self.plan]) }?
            .code
    }

    @Test func `each limit refuses by its own code`() throws {
        let file = try Files.file(.png, .marker(40, 30))
        #expect(refusal(file) { $0.maximumByteCount = file.count - 1 } == .tooManyBytes)
        #expect(refusal(file) { $0.maximumPixelCount = 1_199 } == .tooManyPixels)
        #expect(refusal(file) { $0.maximumSide = 39 } == .sideTooLong)
        #expect(refusal(file) { $0.isPastDeadline = { true } } == .deadlineExceeded)
        #expect(refusal(try Witness.make("webp-animated")) { $0.maximumFrameCount = 1 } == .tooManyFrames)
        let progressive = try Witness.make("jpeg-progressive")
        #expect(refusal(progressive) { $0.maximumScanCount = 9 } == .tooManyScans)
        #expect(refusal(progressive) { $0.maximumMemoryByteCount = 20_000 } == .tooMuchMemory)
        #expect(refusal(progressive) { $0.maximumDecodingWork = 20_000 } == .tooMuchWork)
    }

    @Test func `all renditions together have a limit of their own`() throws {
        let file = try Files.file(.png, .marker(40, 30))
        var limits = ImageLimits()
        limits.maximumOutputPixelCount = 79
        let error = #expect(throws: ImagingError.self) {
            try Renderer(limits: limits).render(file, [Self.plan])
        }
        #expect(error?.code == .tooManyOutputPixels)
        limits.maximumOutputPixelCount = 80
        #expect(try Renderer(limits: limits).render(file, [Self.plan]).count == 1)
    }

    @Test(arguments: [
        ("bomb-interlaced-png", 41, ImagingError.Code.truncated),
        ("bomb-arithmetic-jpeg", 230, .unsupportedFormat),
        ("bomb-many-scans-jpeg", 370_000, .tooManyScans), ("bomb-huge-png", 12_000, .sideTooLong),
    ])
    func `a known bomb is refused before anything is decoded`(
        kind: String,
        byteCount: Int,
        code: ImagingError.Code
    ) throws {
        let file = try Witness.make(kind)
        #expect(byteCount..<byteCount + 10_000 ~= file.count)
        // Every decoder asks for the time as it goes on; a refusal by the header comes before the first question.
        let questionCount = Atomic(0)
        let answer = refusal(file) { limits in
            limits.isPastDeadline = {
                questionCount.add(1, ordering: .relaxed)
                return false
            }
        }
        #expect(answer == code)
        #expect(questionCount.load(ordering: .relaxed) == 0)
    }

    @Test func `a picture exactly at its limits is rendered`() throws {
        let file = try Files.file(.png, .marker(40, 30))
        var limits = ImageLimits()
        limits.maximumByteCount = file.count
        limits.maximumPixelCount = 1_200
        limits.maximumSide = 40
        #expect(try Renderer(limits: limits).render(file, [Self.plan]).count == 1)
    }

    @Test(arguments: [
        (Files.hollowPNG(65_536, 65_536), ImagingError.Code.sideTooLong),
        (Files.hollowPNG(786_464, 32, depth: 16, interlaced: true), .sideTooLong),
        (Files.hollowPNG(32_000, 32_000), .tooManyPixels),
        (Files.hollowJPEG(65_500, 65_500), .sideTooLong),
        (Files.hollowJPEG(20_000, 20_000), .tooManyPixels),
        (Files.hollowJPEG(7_000, 7_000, scans: 5_000), .tooManyScans),
        (Files.hollowJPEG(35_584, 18_696, frame: 0xc9), .unsupportedFormat),
    ])
    func `a bomb is refused by its header`(file: [UInt8], code: ImagingError.Code) {
        #expect(refusal(file) { _ in } == code)
    }

    @Test(arguments: [
        ("jpeg-baseline", 2, [0xff, 0xfe, 0, 2]), ("png-rgb", 33, PNGChunk.encoded("prVt", [])),
        ("webp-animated", 12 + 18, WebPChunks.encoded("junk", [])),
    ])
    func `a file of very many empty parts is refused`(
        kind: String,
        place: Int,
        part: [UInt8]
    ) throws {
        let count = 2_000_000
        var file = try Witness.make(kind)
        file.insert(contentsOf: repeatElement(part, count: count).joined(), at: place)
        if kind.hasPrefix("webp") {
            let length = file.count - 8
            file.replaceSubrange(4..<8, with: (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) })
        }
        #expect(refusal(file) { _ in } == .tooManyParts)
        let error = #expect(throws: ImagingError.self) {
            try ImageInfo(reading: file, toleratingDamage: true)
        }
        #expect(error?.code == .tooManyParts)
    }

    @Test func `the parts inside of a frame are counted too`() throws {
        let file = try Witness.make("webp-animated")
        let frame = try #require(try WebPStructure(reading: file).frames.first)
        var limits = ImageLimits()
        limits.maximumPartCount = 0
        let error = #expect(throws: ImagingError.self) {
            try WebPFrame(frame, canvas: try WebPStructure(reading: file).size, limits: limits)
        }
        #expect(error?.code == .tooManyParts)
    }

    @Test func `compressed texts of a PNG that nobody asks for are not inflated`() throws {
        let file = try Witness.make("bomb-texts-png")
        // Other tests may run meanwhile; the texts take 790 MB.
        let limit = residentByteCount() + (400 << 20)
        // Asked for the first time when all that stands before the pixels was read.
        var limits = ImageLimits()
        limits.isPastDeadline = { residentByteCount() > limit }
        #expect(try Renderer(limits: limits).render(file, [Self.plan]).count == 1)
    }

    @Test func `a PNG's notice of copyright is looked for in a few texts`() throws {
        let bomb = try Witness.make("bomb-copyright-png")
        #expect(2_500_000..<4_000_000 ~= bomb.count)
        #expect(try ImageInfo(reading: bomb).exif == nil)
        #expect(try Renderer().render(bomb, [Self.plan]).count == 1)
        var file = try Files.file(.png, .marker(40, 30))
        for (notice, found) in [("me", "me"), (" ", "me"), ("  ", "me"), ("   ", "me"), (" ", nil)] {
            file = Files.adding(chunk: "tEXt", Array("Copyright\0\(notice)".utf8), to: file)
            #expect(try ImageInfo(reading: file).exif?.copyright == found)
        }
    }

    @Test func `a PNG's profile of EXIF is looked for in a few texts`() throws {
        let profile = Array("Raw profile type exif\0\nexif\n8\n4d4d002a00000008\n".utf8)
        var file = Files.adding(chunk: "tEXt", profile, to: try Files.file(.png, .marker(40, 30)))
        for isFound in [true, true, true, true, false] {
            #expect(try (ImageInfo(reading: file).exif == EXIF()) == isFound)
            file = Files.adding(chunk: "tEXt", Array(profile.dropLast(3)), to: file)
        }
    }

    @Test func `the work grows with scans, sampling, depth and interlacing`() throws {
        func work(_ kind: String) throws -> Int { try ImageInfo(reading: Witness.make(kind)).decodingWork }
        func work(_ depth: Int, _ isInterlaced: Bool) throws -> Int {
            let kind = PNGKind(colorType: 2, depth: depth, isInterlaced: isInterlaced, isTransparent: false)
            return try ImageInfo(reading: Witness.makePNG(kind).file).decodingWork
        }
        #expect(try work("jpeg-progressive") > 2 * work("jpeg-baseline"))
        #expect(try work("jpeg-444") > work("jpeg-baseline"))
        #expect(try work("jpeg-cmyk") > work("jpeg-444"))
        #expect(try work(16, false) > work(8, false))
        #expect(try work(16, true) > work(16, false))
    }

    @Test func `colours of 16 bits that become sRGB count for more than grays`() throws {
        func work(_ colorType: Int, _ depth: Int) throws -> Int {
            let kind = PNGKind(colorType: colorType, depth: depth, isInterlaced: false, isTransparent: false)
            let points: [UInt8] = [12, 13, 0, 1]  // Display P3
            let file = Files.adding(chunk: "cICP", points, to: try Witness.makePNG(kind).file)
            let info = try ImageInfo(reading: file)
            return info.decodingWork / info.size.pixelCount
        }
        #expect(try (150...300).contains(work(2, 16)))
        #expect(try work(6, 16) > 150 && work(4, 16) > 150)
        #expect(try work(0, 16) < 40)
        #expect(try work(2, 8) < 40)
    }

    @Test func `a rendition beyond the limits is refused before anything is decoded`() throws {
        let hollow = Files.hollowPNG(100, 100)
        func refusal(_ resize: Resize, _ encoding: Encoding) -> ImagingError.Code? {
            #expect(throws: ImagingError.self) {
                try Renderer().render(hollow, [RenditionPlan(resize, as: encoding)])
            }?.code
        }
        let wide = Resize(width: 20_000, height: 10, fit: .fill, allowsEnlargement: true)
        #expect(refusal(wide, .webp()) == .invalidRendition)
        #expect(refusal(Resize(width: 30_000, allowsEnlargement: true), .png()) == .tooManyPixels)
        #expect(refusal(Resize(width: 40_000, allowsEnlargement: true), .jpeg()) == .sideTooLong)
        #expect(refusal(Resize(width: 0), .jpeg()) == .invalidRendition)
    }

    @Test(arguments: ["jpeg-noise", "jpeg-progressive", "png-rgb", "webp-lossy", "webp-lossless"])
    func `a deadline interrupts the decoding`(kind: String) throws {
        let file = try Witness.make(kind)
        let error = #expect(throws: ImagingError.self) {
            var limits = ImageLimits()
            limits.isPastDeadline = { true }
            _ = try Renderer(limits: limits).render(file, [Self.plan])
        }
        #expect(error?.code == .deadlineExceeded)
        #expect(error?.isPermanent == false)
    }

    @Test(arguments: [(true, false), (false, true)])
    func `a deadline interrupts the end of a JPEG that is written in passes`(
        isProgressive: Bool,
        optimizesCoding: Bool
    ) throws {
        var limits = ImageLimits()
        let time = PassedTime()
        limits.isPastDeadline = { time.isOver }
        var options = Encoding.JPEGOptions()
        (options.isProgressive, options.optimizesCoding) = (isProgressive, optimizesCoding)
        let picture = Picture.marker(64, 640)
        let sink = ByteCollector { _ in }
        let encoder = try JPEGEncoder(picture.format, options, exif: nil, limits: limits, sink: sink)
        for start in stride(from: 0, to: picture.pixels.count, by: 192) {
            try encoder.consume(picture.pixels.span.extracting(start..<start + 192))
        }
        time.end()
        let error = #expect(throws: ImagingError.self) { try encoder.finish() }
        #expect(error?.code == .deadlineExceeded)
    }

    @Test(arguments: ImagingError.Code.allCases)
    func `only time, memory, fonts and the caller can be better next time`(code: ImagingError.Code) {
        let passing: [ImagingError.Code] = [
            .deadlineExceeded, .stoppedByCaller, .outOfMemory, .fontUnavailable,
        ]
        #expect(ImagingError(code, "").isPermanent == !passing.contains(code))
    }
}
