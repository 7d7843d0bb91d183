import Glibc
import Testing

@testable import Imaging

@Suite struct TextTests {
    private static let fonts = "/usr/share/fonts/truetype/"
    private static let font = fonts + "dejavu/DejaVuSans.ttf"

    private static func mark(
        _ text: String,
        size: Double = 0.5,
        _ color: Color = .white,
        font: String = font
    ) -> Imaging.Operation {
        let mark = TextMark(text, color: color, fontPath: font)
        return .watermark(Watermark(.text(mark), size: size, opacity: 1, .once(.center, margin: 0)))
    }

    /// The columns and rows that differ from black.
    private static func ink(_ picture: Picture) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>)? {
        let (width, height) = (picture.format.size.width, picture.format.size.height)
        let columns = (0..<width).filter { x in (0..<height).contains { picture[x, $0][0] > 40 } }
        let rows = (0..<height).filter { y in (0..<width).contains { picture[$0, y][0] > 40 } }
        guard let left = columns.first, let right = columns.last, let top = rows.first, let bottom = rows.last
        else { return nil }
        return (left...right, top...bottom)
    }

    @Test(arguments: [
        "© Ada Lovelace", "W", "Größe, ½ ñandú", "Привет, Ελλάδα", "iiiiiiiiiiiiiiiiiiiii", ".",
    ])
    func `a text is as wide as asked and stands in the middle`(text: String) throws {
        let own = try Picture.flat(400, 300, [0]).edited(Self.mark(text))
        let ink = try #require(Self.ink(own))
        let isHigh = ink.rows.count > 290
        #expect(isHigh || abs(ink.columns.count - 200) <= 4)
        #expect(abs(ink.columns.lowerBound + ink.columns.upperBound - 399) <= 4)
        #expect(abs(ink.rows.lowerBound + ink.rows.upperBound - 299) <= 4)
        #expect(own.format.layout == .gray)
    }

    @Test func `the letters are those that Pillow draws with the same font`() throws {
        let own = try Picture.flat(400, 120, [0]).edited(Self.mark("Hamburgefonts", size: 1))
            .edited(.trim(Trim(color: .black)))
        let empty = Picture.flat(own.format.size.width, own.format.size.height, [0])
        let other = try OperationWitness.edit(empty, #"["text", "\#(Self.font)", "Hamburgefonts", "BASIC"]"#)
        #expect(own.psnr(other) > 20, "\(own.psnr(other)) dB")
        // Letters are as high as they are wide.
        let ratio = Double(own.format.size.width) / Double(own.format.size.height)
        #expect(abs(ratio - 8.3) < 0.5, "\(ratio)")
    }

    @Test(
        arguments: [
            ("dejavu/DejaVuSans.ttf", "سلام عليكم"), ("dejavu/DejaVuSans.ttf", "שלום עולם"),
            ("dejavu/DejaVuSans.ttf", "office ﬁ affluent"), ("dejavu/DejaVuSans.ttf", "© 2026 שלום (abc) 12"),
            ("dejavu/DejaVuSans.ttf", "سلام 123, abc"), ("dejavu/DejaVuSans.ttf", "e\u{301}a\u{308}\u{304}"),
            ("lohit-devanagari/Lohit-Devanagari.ttf", "क्षत्रिय हिन्दी"), ("tlwg/Loma.ttf", "ที่นี่ สวัสดีครับ"),
        ]
    )
    func `scripts are ordered and shaped as Pillow does with HarfBuzz`(font: String, text: String) throws {
        let path = Self.fonts + font
        let own = try Picture.flat(500, 200, [0]).edited(Self.mark(text, size: 1, font: path))
            .edited(.trim(Trim(color: .black)))
        let empty = Picture.flat(own.format.size.width, own.format.size.height, [0])
        let other = try OperationWitness.edit(empty, #"["text", "\#(path)", "\#(text)", "RAQM"]"#)
        let plain = try OperationWitness.edit(empty, #"["text", "\#(path)", "\#(text)", "BASIC"]"#)
        #expect(own.psnr(other) > 18, "\(own.psnr(other)) dB")
        #expect(own.psnr(plain) < own.psnr(other) - 3 || text.hasPrefix("office"), "\(own.psnr(plain)) dB")
    }

    @Test func `a colour makes grey pictures coloured, and opacity lets them through`() throws {
        let color = Color(red: 255, green: 0, blue: 0, alpha: 128)
        let own = try Picture.flat(200, 200, [100]).edited(Self.mark("█", color))
        #expect(own.format.layout == .rgb)
        #expect(zip(own[100, 100], [178, 50, 50]).allSatisfy { abs(Int($0) - $1) <= 2 })
    }

    @Test(
        arguments: [
            ("\u{4f60}\u{597d}", "U+4F60"), ("ab \u{928}", "U+0928"), ("שלום \u{e01}", "U+0E01"),
            ("\u{10ffff}", "U+10FFFF"), (" ", "nothing to see"), ("\u{200d}", "nothing to see"),
        ]
    )
    func `what the font has not is refused by name`(text: String, name: String) throws {
        let error = #expect(throws: ImagingError.self) {
            try Picture.flat(20, 20, [0]).edited(Self.mark(text))
        }
        #expect(error?.code == .impossibleOperation)
        #expect(error?.detail.contains(name) == true, "\(error?.detail ?? "")")
    }

    @Test(arguments: ["/nowhere/font.ttf", "/dev/null", "/etc/hostname"])
    func `a missing font is no fault of the request`(path: String) throws {
        let mark = Watermark(.text(TextMark("text", color: .white, fontPath: path)), .tiled)
        let error = #expect(throws: ImagingError.self) {
            try Picture.flat(20, 20, [0]).edited(.watermark(mark))
        }
        #expect(error?.code == .fontUnavailable)
    }

    @Test func `a pipe in place of a font is not waited for`() throws {
        try Witness.withFile([]) { path in
            unlink(path)
            mkfifo(path, 0o600)
            let error = #expect(throws: ImagingError.self) { _ = try FontFile(path: path) }
            #expect(error?.code == .fontUnavailable)
        }
    }

    @Test func `a lone dot may be as large as the largest picture`() throws {
        let dot = TextMark(".", color: .white, fontPath: Self.font)
        for side in [100, 1_000, 10_000, 32_768] {
            let size = try dot.size(fitting: PixelSize(width: side, height: side))
            #expect(abs(max(size.width, size.height) - side) <= 1 + side / 1_000)
        }
        // Letters of more than 8,192 pixels, which are drawn large.
        let own = try Picture.flat(1_100, 1_400, [0]).edited(Self.mark(".", size: 1))
        let ink = try #require(Self.ink(own))
        #expect(abs(ink.columns.count - 1_100) <= 3)
    }

    @Test func `the memory of a text is that of what it covers`() {
        let mark = Watermark(
            .text(TextMark("© Ada Lovelace", color: .white, fontPath: Self.font)),
            .once(.center, margin: 0)
        )
        let count = mark.memoryByteCount(for: PixelSize(width: 8_000, height: 5_000))
        #expect((8 * 2_000 * 200..<8 * 2_000 * 400).contains(count))
    }

    @Test func `a picture of one pixel can have a text too`() throws {
        #expect(try Picture.flat(1, 1, [0]).edited(Self.mark("a long text")).format.size.width == 1)
    }
}
