import Testing

@testable import Imaging

@Suite struct EXIFTests {
    private typealias Tag = EXIF.Tag

    private static let gps: [(tag: Int, value: TIFFBlock.Value)] = [
        (Tag.latitudeReference, .text("S")),
        (Tag.latitude, .rationals([(33, 1), (51, 1), (3_060, 100)])),
        (Tag.longitudeReference, .text("E")),
        (Tag.longitude, .rationals([(151, 1), (12, 1), (36, 1)])),
        (Tag.altitudeReference, .byte(1)),
        (Tag.altitude, .rationals([(5, 2)])),
    ]

    private static let photo: [(tag: Int, value: TIFFBlock.Value)] = [
        (Tag.exposureTime, .rationals([(1, 250)])),
        (Tag.fNumber, .rationals([(28, 10)])),
        (Tag.isoSpeed, .short(400)),
        (Tag.dateTimeOriginal, .text("2024:03:09 18:05:59")),
        (Tag.offsetTimeOriginal, .text("+05:30")),
        (Tag.flash, .short(0x19)),
        (Tag.focalLength, .rationals([(85, 1)])),
        (Tag.focalLengthIn35mm, .short(127)),
        (Tag.lensModel, .text("EF 85mm f/1.8")),
    ]

    private static let main: [(tag: Int, value: TIFFBlock.Value)] = [
        (Tag.make, .text("Canon  ")),
        (Tag.model, .text("EOS 450D")),
        (Tag.orientation, .short(6)),
        (Tag.dateTime, .text("0000:00:00 00:00:00")),
        (Tag.artist, .text("J\u{f6}rg")),
        (Tag.copyright, .text("\u{a9} 2024")),
        (Tag.exifDirectory, .directory(photo)),
        (Tag.gpsDirectory, .directory(gps)),
    ]

    @Test(arguments: [true, false])
    func `every field is read as its type, in either byte order`(bigEndian: Bool) throws {
        let exif = try #require(EXIF(tiff: ByteView(TIFFBlock.make(bigEndian: bigEndian, Self.main))))
        #expect(exif.orientation == .rotate90)
        #expect([exif.make, exif.model, exif.lensModel] == ["Canon", "EOS 450D", "EF 85mm f/1.8"])
        #expect([exif.artist, exif.copyright] == ["J\u{f6}rg", "\u{a9} 2024"])
        #expect(exif.exposureTime == EXIF.Rational(1, over: 250))
        #expect(exif.fNumber?.value == 2.8)
        #expect([exif.isoSpeed, exif.focalLengthIn35mm] == [400, 127])
        #expect(exif.flashFired == true)
        #expect(exif.takenAt?.description == "2024-03-09T18:05:59+05:30")
        #expect(exif.modifiedAt == nil, "a camera without a clock writes zeros")
    }

    @Test func `a position south and below the sea is negative`() throws {
        let position = try #require(EXIF(tiff: ByteView(TIFFBlock.make(Self.main)))?.position)
        #expect(abs(position.latitude + 33.8585) < 1e-9)
        #expect(abs(position.longitude - 151.21) < 1e-9)
        #expect(position.altitude == -2.5)
    }

    @Test(arguments: [
        ([(48, 1), (8, 1), (0, 1)], 48.0 + 8.0 / 60), ([(-2_147_483_648, 1), (0, 1), (0, 1)], nil),
        ([(-48, 1), (8, 1), (0, 1)], nil), ([(48, 1), (-8, 1), (0, 1)], nil),
        ([(90, 1), (0, 1), (1, 1)], nil),
        ([(48, 1), (8, 1), (1, -1)], nil),
    ])
    func `a signed angle has no negative part, or is none`(parts: [(Int, Int)], latitude: Double?) throws {
        let gps: [(tag: Int, value: TIFFBlock.Value)] = [
            (Tag.latitudeReference, .text("N")), (Tag.latitude, .signedRationals(parts)),
            (Tag.longitudeReference, .text("E")), (Tag.longitude, .rationals([(11, 1), (0, 1), (0, 1)])),
        ]
        let exif = try #require(EXIF(tiff: ByteView(TIFFBlock.make([(Tag.gpsDirectory, .directory(gps))]))))
        #expect(exif.position?.latitude == latitude)
    }

    @Test(arguments: [
        ([(48, 1), (8, 1), (0, 0)], 48.0 + 8.0 / 60), ([(48, 1), (0, 0), (30, 1)], nil),
        ([(0, 0), (8, 1), (30, 1)], nil), ([(0, 0), (0, 0), (0, 0)], nil), ([(48, 1), (8, 1)], nil),
    ])
    func `a place whose seconds are unknown is that of its degrees and minutes`(
        parts: [(Int, Int)],
        latitude: Double?
    ) throws {
        let gps: [(tag: Int, value: TIFFBlock.Value)] = [
            (Tag.latitudeReference, .text("N")), (Tag.latitude, .rationals(parts)),
            (Tag.longitudeReference, .text("E")), (Tag.longitude, .rationals([(11, 1), (30, 1), (0, 0)])),
        ]
        let exif = try #require(EXIF(tiff: ByteView(TIFFBlock.make([(Tag.gpsDirectory, .directory(gps))]))))
        #expect(exif.position?.latitude == latitude)
        #expect(exif.position?.longitude == (latitude == nil ? nil : 11.5))
        let written = EXIFWriter(exif, keeping: .gps).block
        let again = written.flatMap { EXIF(tiff: ByteView($0)) }?.position
        #expect(again == exif.position)
    }

    @Test(arguments: [(400, 400), (1, 1), (0, nil), (-1, nil), (-400, nil)] as [(Int, Int?)])
    func `a sensitivity or focal length is above nothing`(stored: Int, told: Int?) throws {
        let photo: [(tag: Int, value: TIFFBlock.Value)] = [
            (Tag.isoSpeed, .signedLong(stored)), (Tag.focalLengthIn35mm, .signedLong(stored)),
        ]
        let exif = EXIF(tiff: ByteView(TIFFBlock.make([(Tag.exifDirectory, .directory(photo))])))
        #expect([exif?.isoSpeed, exif?.focalLengthIn35mm] == [told, told])
    }

    @Test func `of a text that is too long only the kept part counts`() throws {
        let bytes = Array("J\u{f6}rg ".utf8) + [UInt8](repeating: 0x78, count: 1_100) + [0xf6, 0]
        let block = TIFFBlock.make([(Tag.artist, .raw(type: 2, count: bytes.count, bytes))])
        #expect(EXIF(tiff: ByteView(block))?.artist?.hasPrefix("J\u{f6}rg xxx") == true)
    }

    @Test func `tags may come in any order`() throws {
        let sorted = EXIF(tiff: ByteView(TIFFBlock.make(Self.main)))
        #expect(EXIF(tiff: ByteView(TIFFBlock.make(Self.main.reversed()))) == sorted)
    }

    @Test(arguments: [0, 9, 65_535])
    func `an orientation out of range says nothing`(value: Int) throws {
        let block = TIFFBlock.make([(Tag.orientation, .short(value)), (Tag.model, .text("X"))])
        let exif = try #require(EXIF(tiff: ByteView(block)))
        #expect(exif.orientation == nil)
        #expect(exif.model == "X")
    }

    @Test(arguments: [
        TIFFBlock.Value.raw(type: 2, count: 1 << 30, [0, 0, 0, 8]),
        .raw(type: 99, count: 1, [1, 2, 3, 4]),
        .raw(type: 2, count: 0, [1, 2, 3, 4]),
        .raw(type: 5, count: 1, [0xff, 0xff, 0xff, 0xf0]),
        .short(7),
    ])
    func `an entry that leads nowhere spoils only its own field`(value: TIFFBlock.Value) throws {
        let block = TIFFBlock.make([(Tag.make, value), (Tag.model, .text("X"))])
        let exif = try #require(EXIF(tiff: ByteView(block)))
        #expect(exif.make == nil)
        #expect(exif.model == "X")
    }

    @Test func `a directory that points at itself ends`() {
        let block = TIFFBlock.make([(Tag.exifDirectory, .long(8)), (Tag.gpsDirectory, .long(8))])
        #expect(EXIF(tiff: ByteView(block)) == EXIF())
    }

    @Test func `a denominator of zero is no number`() {
        let block = TIFFBlock.make([(Tag.exifDirectory, .directory([(Tag.fNumber, .rationals([(28, 0)]))]))])
        #expect(EXIF(tiff: ByteView(block))?.fNumber == nil)
    }

    @Test func `text that is not UTF-8 is read as Latin-1, without control characters`() {
        let bytes: [UInt8] = [0x4a, 0xf6, 0x07, 0x72, 0x67, 0]
        let block = TIFFBlock.make([(Tag.artist, .raw(type: 2, count: bytes.count, bytes))])
        #expect(EXIF(tiff: ByteView(block))?.artist == "J\u{f6}rg")
    }

    @Test(arguments: 0..<4, ["\u{e9}", "\u{20ac}", "\u{1f5bc}"])
    func `a text that is too long is cut between two characters`(shift: Int, character: String) throws {
        let text = String(repeating: "x", count: shift) + String(repeating: character, count: 600)
        let exif = try #require(EXIF(tiff: ByteView(TIFFBlock.make([(Tag.artist, .text(text))]))))
        let artist = try #require(exif.artist)
        #expect(text.hasPrefix(artist))
        #expect(1_021...1_024 ~= artist.utf8.count)
    }

    @Test func `no prefix of a block and no flipped bit traps`() {
        let block = TIFFBlock.make(Self.main)
        for count in block.indices {
            _ = EXIF(tiff: ByteView(Array(block[..<count])))
        }
        for bit in 0..<block.count * 8 {
            var wrong = block
            wrong[bit / 8] ^= 1 << (bit % 8)
            _ = EXIF(tiff: ByteView(wrong))
        }
    }

    @Test(
        arguments: [
            ("Photo\0Editor\0", "Photo, Editor", "Photo\0Editor\0"), (" \0Editor\0", "Editor", " \0Editor\0"),
            ("Photo\0", "Photo", "Photo\0"), ("Photo\0 \0", "Photo", "Photo\0"), (" \0 \0\0", nil, nil),
        ] as [(String, String?, String?)]
    )
    func `the photographer's copyright and an editor's are both kept`(
        stored: String,
        told: String?,
        written: String?
    ) throws {
        let value = TIFFBlock.Value.raw(type: 2, count: stored.utf8.count, Array(stored.utf8))
        let exif = try #require(EXIF(tiff: ByteView(TIFFBlock.make([(Tag.copyright, value)]))))
        #expect(exif.copyright == told)
        let block = EXIFWriter(exif, keeping: .copyright).block
        #expect(block.flatMap { EXIF(tiff: ByteView($0)) }?.copyright == told)
        guard let block, let written else { return #expect((block == nil) == (written == nil)) }
        #expect(Array(block.suffix(written.utf8.count + written.utf8.count % 2)).starts(with: written.utf8))
    }

    @Test func `what cannot be is left out`() throws {
        let nothing: [(tag: Int, value: TIFFBlock.Value)] = [
            (Tag.exposureTime, .rationals([(0, 5)])), (Tag.fNumber, .rationals([(0, 1)])),
            (Tag.focalLength, .rationals([(0, 10)])),
        ]
        let block = TIFFBlock.make([
            (Tag.dateTime, .text("2020:02:30 00:00:00")), (Tag.exifDirectory, .directory(nothing)),
        ])
        #expect(try #require(EXIF(tiff: ByteView(block))) == EXIF())
        #expect(EXIFDate("2020:02:29 00:00:00") != nil && EXIFDate("2100:02:29 00:00:00") == nil)
    }

    @Test(arguments: ["tEXt", "zTXt", "iTXt", "iTXt compressed"])
    func `a PNG's text of copyright is kept in every output`(kind: String) throws {
        let notice = kind == "iTXt" ? "\u{a9} \u{65e5}\u{672c}" : "\u{a9} me"
        let file = try Witness.make("png-copyright:\(kind):\(notice)")
        #expect(try ImageInfo(reading: file).exif?.copyright == notice)
        guard
            case .rewritten(let kept, _) = try Normaliser().normalise(file, ImageInfo(reading: file)),
            case .rewritten(let bare, _) = try Normaliser(keeping: []).normalise(
                file,
                ImageInfo(reading: file)
            )
        else {
            Issue.record("nothing was stripped")
            return
        }
        #expect(try ImageInfo(reading: bare).exif == nil)
        for encoding in [Encoding.jpeg(), .png(), .webp()] {
            let image = try Renderer().render(kept, [RenditionPlan(Resize(width: 9), as: encoding)])[0]
            #expect(try ImageInfo(reading: image.bytes).exif?.copyright == notice)
            // Pillow reads texts of EXIF as Latin-1.
            #expect(try Witness.metadata(image.bytes).map { $0.prefix(10) } == ["exif:8298="])
        }
        let block = TIFFBlock.make([(Tag.copyright, .text("EXIF"))])
        let both = try Files.adding(exif: block, to: file)
        #expect(try ImageInfo(reading: both).exif?.copyright == "EXIF")
        for count in 33..<file.count {
            _ = try? ImageInfo(reading: Array(file[..<count]), toleratingDamage: true)
        }
    }

    @Test func `fractions of seconds are kept with the dates`() throws {
        let block = TIFFBlock.make([
            (
                Tag.exifDirectory,
                .directory([
                    (Tag.dateTimeOriginal, .text("2024:03:09 18:05:59")),
                    (EXIF.OtherTag.fractionOriginal, .text("123")),
                ])
            )
        ])
        let file = try Files.adding(exif: block, to: Files.file(.jpeg, .marker(16, 8)))
        for (fields, isKept) in [(MetadataFields.dates, true), (.all, true), (.copyright, false)] {
            var plan = RenditionPlan(Resize(), as: .png())
            plan.metadata = fields
            let lines = try Witness.metadata(Renderer().render(file, [plan])[0].bytes)
            #expect(lines.contains("photo:9291=123") == isKept)
        }
    }

    @Test func `a PNG's metadata are found in every form`() throws {
        let plain = try Picture.marker(6, 4).encoded(as: .png())
        let header = Array("Exif\0\0".utf8)
        let block = TIFFBlock.make([(Tag.orientation, .short(6))])
        let digits = (header + block).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        let lines =
            "\nexif\n      \(header.count + block.count)\n\(digits.prefix(72))\n\(digits.dropFirst(72))\n"
        let text = Array("Raw profile type exif\0\(lines)".utf8)
        for (type, data) in [("eXIf", block), ("eXIf", header + block), ("tEXt", text)] {
            let info = try ImageInfo(reading: Files.adding(chunk: type, data, to: plain))
            #expect(info.orientation == .rotate90, "\(type)")
        }
        for cut in 0..<text.count {
            _ = try ImageInfo(reading: Files.adding(chunk: "tEXt", Array(text[..<cut]), to: plain))
        }
        #expect(try ImageInfo(reading: Witness.make("png-raw-profile")).orientation == .rotate90)
    }
}
