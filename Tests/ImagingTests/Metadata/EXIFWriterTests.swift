import Testing

@testable import Imaging

@Suite struct EXIFWriterTests {
    private static let full: EXIF = {
        var exif = EXIF()
        (exif.make, exif.model) = ("Canon", "EOS 450D")
        (exif.lensMake, exif.lensModel) = ("Canon", "EF 85mm f/1.8")
        exif.exposureTime = EXIF.Rational(1, over: 250)
        exif.fNumber = EXIF.Rational(28, over: 10)
        (exif.isoSpeed, exif.focalLengthIn35mm) = (400, 127)
        exif.focalLength = EXIF.Rational(85, over: 1)
        exif.flashFired = true
        exif.takenAt = EXIFDate("2024:03:09 18:05:59", offset: "-03:30")
        exif.digitizedAt = EXIFDate("2024:03:10 00:00:00")
        exif.modifiedAt = EXIFDate("2025:01:01 12:00:00", offset: "+00:00")
        exif.position = EXIF.Position(
            latitude: -(33 + 51.0 / 60 + 30.6 / 3_600),
            longitude: 151 + 12.0 / 60 + 36.0 / 3_600,
            altitude: -2.5
        )
        (exif.artist, exif.copyright) = ("A. Artist", "(c) 2024")
        return exif
    }()

    private static let plan = RenditionPlan(Resize(width: 20), as: .jpeg())

    private static func read(_ exif: EXIF, _ fields: MetadataFields) -> EXIF? {
        EXIFWriter(exif, keeping: fields).block.flatMap { EXIF(tiff: ByteView($0)) }
    }

    @Test func `all fields are read as they were written`() throws {
        #expect(Self.read(Self.full, .all) == Self.full)
        let turned = try #require(EXIFWriter(Self.full, keeping: [], orientation: .transverse).block)
        #expect(EXIF(tiff: ByteView(turned))?.orientation == .transverse)
    }

    @Test func `without a field there is no block`() {
        #expect(EXIFWriter(nil, keeping: .all).block == nil)
        #expect(EXIFWriter(Self.full, keeping: []).block == nil)
        #expect(EXIFWriter(EXIF(), keeping: .all).block == nil)
    }

    @Test func `each group holds its own fields and no others`() throws {
        let (full, read) = (Self.full, { try #require(Self.read(Self.full, $0)) })
        let copyright = try read(.copyright)
        #expect(copyright.artist == full.artist && copyright.copyright == full.copyright)
        #expect(copyright.make == nil && copyright.takenAt == nil && copyright.position == nil)
        let dates = try read(.dates)
        #expect(dates.takenAt == full.takenAt && dates.modifiedAt == full.modifiedAt)
        #expect(dates.copyright == nil && dates.isoSpeed == nil)
        let camera = try read(.camera)
        #expect(camera.model == full.model && camera.lensModel == nil)
        let lens = try read(.lens)
        #expect(lens.lensModel == full.lensModel && lens.model == nil)
        let exposure = try read(.exposure)
        #expect(exposure.exposureTime == full.exposureTime && exposure.flashFired == true)
        #expect(exposure.position == nil && exposure.takenAt == nil)
        let gps = try read(.gps)
        #expect(gps.position == full.position && gps.make == nil)
    }

    @Test(arguments: ["S", "N"], [0.0, 12.999_999_999, 89.999_999_999_9, 90])
    func `a position written twice stays where it is`(reference: String, latitude: Double) throws {
        var exif = EXIF()
        let sign = reference == "S" ? -1.0 : 1
        exif.position = EXIF.Position(latitude: sign * latitude, longitude: -179.123_456_7, altitude: nil)
        let once = try #require(Self.read(exif, .gps))
        #expect(abs((once.position?.latitude ?? 999) - sign * latitude) < 1e-9)
        #expect(Self.read(once, .gps)?.position == once.position)
    }

    @Test(arguments: [Encoding.jpeg(), .png(), .webp()])
    func `Pillow finds in an output what was asked for, and nothing else`(encoding: Encoding) throws {
        let block = try #require(EXIFWriter(Self.full, keeping: .all, orientation: .rotate90).block)
        let source = try Files.adding(exif: block, to: try Files.file(.jpeg, .marker(48, 32)))
        func metadata(_ fields: MetadataFields?) throws -> [String] {
            var plan = RenditionPlan(Resize(width: 20), as: encoding)
            if let fields { plan.metadata = fields }
            return try Witness.metadata(Renderer().render(source, [plan])[0].bytes)
        }
        #expect(try metadata([]).isEmpty)
        #expect(try metadata(nil) == ["exif:013b=A. Artist", "exif:8298=(c) 2024"])
        let all = try metadata(.all)
        #expect(!all.contains { $0.hasPrefix("exif:0112") }, "the rows are upright")
        for line in [
            "exif:010f=Canon", "exif:0132=2025:01:01 12:00:00", "photo:829a=0.004", "photo:829d=2.8",
            "photo:9011=-03:30", "photo:a434=EF 85mm f/1.8", "gps:1=S", "gps:2=(33.0, 51.0, 30.6)",
            "gps:6=2.5",
        ] {
            #expect(all.contains(line), "\(all)")
        }
        let camera = try metadata([.camera, .gps])
        #expect(camera.contains("exif:0110=EOS 450D") && camera.contains("gps:3=E"))
        #expect(!camera.contains { $0.hasPrefix("photo:") || $0.hasPrefix("exif:8298") })
    }

    @Test(arguments: ImageFormat.allCases)
    func `a normalised copy keeps the fields that outputs will ask for`(format: ImageFormat) throws {
        let block = try #require(EXIFWriter(Self.full, keeping: .all).block)
        let source = try Files.adding(exif: block, to: try Files.file(format, .marker(48, 32)))
        func copy(_ fields: MetadataFields) throws -> EXIF? {
            let normaliser = Normaliser(keeping: fields)
            switch try normaliser.normalise(source, try ImageInfo(reading: source)) {
            case .unchanged: return try ImageInfo(reading: source).exif
            case .rewritten(let bytes, _): return try ImageInfo(reading: bytes).exif
            }
        }
        #expect(try copy(.all) == Self.full)
        #expect(try copy([]) == nil)
        #expect(try copy([.gps])?.position == Self.full.position)
        #expect(try copy([.gps])?.copyright == nil)
    }

    @Test
    func
        `the longest block that can be read fits into a JPEG, and a longer one loses what is only handed on`()
        throws
    {
        typealias Tag = EXIF.Tag
        typealias Other = EXIF.OtherTag
        func texts(_ tags: [Int]) -> [(tag: Int, value: TIFFBlock.Value)] {
            tags.map { ($0, .raw(type: 2, count: 1_024, [UInt8](repeating: 0xf6, count: 1_024))) }
        }
        func others(_ tags: [Int]) -> [(tag: Int, value: TIFFBlock.Value)] {
            tags.map { ($0, .raw(type: 7, count: 4_096, [UInt8](repeating: 1, count: 4_096))) }
        }
        let notices = [UInt8](repeating: 0xf6, count: 1_024) + [0] + [UInt8](repeating: 0xf6, count: 1_024)
        let photo =
            texts([Tag.lensMake, Tag.lensModel])
            + others([
                Other.userComment, Other.fraction, Other.fractionOriginal, Other.fractionDigitized,
                Other.exposureProgram, Other.exposureBias, Other.meteringMode, Other.lensSpecification,
            ])
        let block = TIFFBlock.make(
            texts([Tag.make, Tag.model, Tag.artist]) + others([Other.imageDescription, Other.software]) + [
                (Tag.copyright, .raw(type: 2, count: notices.count, notices)),
                (Tag.exifDirectory, .directory(photo)),
                (Tag.gpsDirectory, .directory(others([Other.gpsTime, Other.gpsDate]))),
            ]
        )
        var exif = try #require(EXIF(tiff: ByteView(block)))
        let written = try #require(EXIFWriter(exif, keeping: .all, orientation: .rotate90).block)
        #expect(60_000...EXIFWriter.maximumByteCount ~= written.count)
        let segment = JPEGMarker.segment(JPEGMarker.application(1), Array("Exif\0\0".utf8) + written)
        #expect(segment.count <= 2 + 65_535)
        exif.make = String(repeating: "x", count: 4_000)
        let shorter = try #require(EXIFWriter(exif, keeping: .all).block.flatMap { EXIF(tiff: ByteView($0)) })
        #expect(shorter.others == EXIF.OtherFields() && shorter.make?.hasPrefix("xxx") == true)
    }

    @Test(arguments: [true, false])
    func `what nothing but outputs use is handed on with its group`(bigEndian: Bool) throws {
        let photo: [(tag: Int, value: TIFFBlock.Value)] = [
            (0x8822, .short(3)), (0x9204, .rationals([(1, 3)])), (0x9207, .short(5)),
            (0x9286, .raw(type: 7, count: 10, Array("ASCII\0\0\0hi".utf8))),
            (0xa432, .rationals([(24, 1), (70, 1), (28, 10), (28, 10)])),
        ]
        let gps: [(tag: Int, value: TIFFBlock.Value)] = [
            (7, .rationals([(12, 1), (30, 1), (5, 1)])), (29, .text("2024:03:09")),
        ]
        let block = TIFFBlock.make(
            bigEndian: bigEndian,
            [
                (0x010e, .text("A lake")), (0x0131, .text("Editor 1")),
                (EXIF.Tag.exifDirectory, .directory(photo)), (EXIF.Tag.gpsDirectory, .directory(gps)),
            ]
        )
        let exif = try #require(EXIF(tiff: ByteView(block)))
        func kept(_ fields: MetadataFields) -> EXIF.OtherFields? {
            EXIFWriter(exif, keeping: fields).block.flatMap { EXIF(tiff: ByteView($0)) }?.others
        }
        #expect(kept(.all) == exif.others)
        let others = exif.others
        let all = others.main + others.comment + others.exposure + others.lens + others.gps
        #expect(all.map(\.tag) == [0x010e, 0x0131, 0x9286, 0x8822, 0x9204, 0x9207, 0xa432, 7, 29])
        #expect(kept(.exposure)?.exposure == others.exposure && kept(.exposure)?.gps == [])
        #expect(kept(.lens)?.lens == others.lens && kept(.gps)?.gps == others.gps)
        #expect(kept(.copyright) == nil)
    }
}
