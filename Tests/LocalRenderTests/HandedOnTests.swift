import Foundation
import Imaging
import Testing

/// What becomes of a picture whose format is kept and of which nothing is asked in effect.
@Suite struct HandedOnTests {
    private let render: RenderProcess

    init() throws {
        render = try RenderProcess()
    }

    /// The file that a rendition makes of `source`, and the codes of what is said of it.
    private func made(
        of source: [UInt8],
        _ members: String,
        more: String = ""
    ) throws -> (file: [UInt8], codes: [String]) {
        try render.write(source, to: "source")
        let request = #"{"renditions": [{"name": "same"\#(members)}]\#(more)}"#
        let answer = try render.render(request, "source", extra: ["--json"])
        #expect(answer.status == 0, "\(answer.errors)")
        let report = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        let warnings = try #require(report?["warnings"] as? [[String: Any]])
        let name = try #require(render.files().first { $0.hasPrefix("same.") })
        return (try #require(render.read("out/\(name)")), warnings.compactMap { $0["code"] as? String })
    }

    /// A JPEG with all samples of colour.
    private static func jpeg() throws -> [UInt8] {
        var options = Encoding.JPEGOptions(quality: 95)
        options.chromaSubsampling = .full
        return try Photo.file(.jpeg(options))
    }

    /// A WebP that lost nothing.
    private static func webp() throws -> [UInt8] {
        var options = Encoding.WebPOptions()
        options.isLossless = true
        return try Photo.file(.webp(options))
    }

    /// A PNG that is packed more tightly than is usual here.
    private static func png() throws -> [UInt8] {
        var options = Encoding.PNGOptions()
        options.compressionLevel = 9
        return try Photo.file(.png(options))
    }

    @Test(arguments: [
        #""effort": 6"#, #""compression": 9"#, #""palette": true"#, #""lossless": true"#,
        #""lossless": false"#,
    ])
    func `a JPEG is as it was, whatever is asked of other formats`(option: String) throws {
        let source = try Self.jpeg()
        let made = try made(of: source, ", \(option)")
        #expect(made.file == source)
        #expect(made.codes == (option.hasSuffix("false") ? [] : ["no_effect"]))
    }

    @Test(arguments: [
        #""chroma": "4:2:0""#, #""compression": 9"#, #""palette": true"#, #""progressive": true"#,
        #""optimize": true"#,
    ])
    func `a WebP is as it was, whatever is asked of other formats`(option: String) throws {
        let source = try Self.webp()
        let made = try made(of: source, ", \(option)")
        #expect(made.file == source && made.codes == ["no_effect"])
    }

    @Test(arguments: [
        #""quality": 50"#, #""effort": 6"#, #""lossless": true"#, #""chroma": "4:4:4", "progressive": true"#,
    ])
    func `a PNG is as it was, whatever is asked of other formats`(option: String) throws {
        let source = try Self.png()
        let made = try made(of: source, ", \(option)")
        #expect(made.file == source && made.codes == ["no_effect"])
    }

    @Test func `what is asked of its own format is done`() throws {
        for option in [
            #""quality": 95"#, #""chroma": "4:4:4""#, #""optimize": true"#, #""progressive": true"#,
        ] {
            #expect(try made(of: Self.jpeg(), ", \(option)").file != Self.jpeg())
        }
        for option in [#""compression": 1"#, #""palette": true"#] {
            #expect(try made(of: Self.png(), ", \(option)").file != Self.png())
        }
        for option in [#""quality": 95"#, #""effort": 0"#, #""lossless": false"#] {
            #expect(try made(of: Self.webp(), ", \(option)").file != Self.webp())
        }
    }

    @Test(arguments: [
        #"{"rotate": {"angle": 360}}"#, #"{"rotate": {"angle": 0.0001}}"#, #"{"resize": {}}"#,
        #"{"resize": {"width": 240}}"#, #"{"crop": {"width": 240, "height": 160}}"#,
    ])
    func `a picture is as it was, also turned upright without loss, where an operation does nothing`(
        operation: String
    ) throws {
        let upright = try Self.jpeg()
        #expect(try made(of: upright, #", "operations": [\#(operation)]"#).file == upright)
        #expect(try made(of: upright, "", more: #", "operations": [\#(operation)]"#).file == upright)
        let lying = upright[..<2] + Self.upsideDown + upright[2...]
        let turned = try made(of: Array(lying), "")
        #expect(turned.codes.isEmpty)
        #expect(try made(of: Array(lying), "", more: #", "operations": [\#(operation)]"#) == turned)
    }

    /// An EXIF segment of a JPEG that says that the picture stands on its head.
    private static let upsideDown: [UInt8] =
        [0xff, 0xe1, 0, 34] + Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1]
        + [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 3, 0, 0, 0, 0, 0, 0]

    @Test func `a PNG larger than its limit is as it was, and that is all that is said`() throws {
        let source = try Self.png()
        let missed = try made(of: source, #", "maximumBytes": 256"#)
        #expect(missed.file == source && missed.codes == ["size_limit_missed"])
        let kept = try made(of: source, #", "maximumBytes": \#(source.count)"#)
        #expect(kept.file == source && kept.codes.isEmpty)
    }
}
