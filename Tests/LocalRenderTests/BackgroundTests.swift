import Imaging
import Testing

/// What becomes of transparency in a format that has none.
@Suite struct BackgroundTests {
    private let render: RenderProcess

    init() throws {
        render = try RenderProcess()
        var clear = ClearRows(format: RowFormat(size: PixelSize(width: 40, height: 20), layout: .rgba))
        try render.write(try clear.encode(as: .png()), to: "clear.png")
    }

    private func red(_ rendition: String) throws -> (levels: [UInt8], warnings: String) {
        let answer = try render.render(#"{"renditions": [\#(rendition)]}"#, "clear.png", extra: ["--json"])
        let file = try #require(render.read("out/a.jpg"))
        var levels: [UInt8] = []
        let tap = RowTap(Resize(), memoryByteCount: 0) { _ in LevelCollector { levels = $0 } }
        _ = try Renderer().render(file, [], taps: [tap])
        return (levels, answer.output)
    }

    @Test func `a background that was given is no surprise`() throws {
        let given = try red(##"{"name": "a", "format": "jpeg", "background": "#102030"}"##)
        #expect(!given.warnings.contains("flattened"))
        let missing = try red(##"{"name": "a", "format": "jpeg"}"##)
        #expect(missing.warnings.contains("flattened"))
        #expect(missing.levels == [255, 255, 255])
    }

    @Test(arguments: [
        (#"{"roundedCorners": {"radius": 0.4}}"#, true), (#"{"rotate": {"angle": 10}}"#, true),
        (#"{"rotate": {"angle": 90}}"#, false),
        (##"{"roundedCorners": {"radius": 0.4, "background": "#fff"}}"##, false),
        (##"{"rotate": {"angle": 10, "background": "#000"}}"##, false),
    ])
    func `corners that an edit leaves are told like those of the source`(
        edit: String,
        isTold: Bool
    ) throws {
        var opaque = ClearRows(format: RowFormat(size: PixelSize(width: 40, height: 20), layout: .rgb))
        try render.write(try opaque.encode(as: .png()), to: "opaque.png")
        let rendition = #"{"name": "a", "format": "jpeg", "operations": [\#(edit)]}"#
        let own = try render.render(#"{"renditions": [\#(rendition)]}"#, "opaque.png", extra: ["--json"])
        #expect(own.output.contains("flattened") == isTold)
        let plain = #"{"name": "a", "format": "jpeg"}"#
        let shared = try render.render(
            #"{"operations": [\#(edit)], "renditions": [\#(plain)]}"#,
            "opaque.png",
            extra: ["--json"]
        )
        #expect(shared.output.contains("flattened") == isTold)
    }

    @Test(arguments: [
        ##"{"name": "a", "format": "jpeg", "chroma": "4:4:4", "background": "#ff000080"}"##,
        ##"{"name": "a", "format": "jpeg", "chroma": "4:4:4", "background": "#ff000080", "width": 20, "height": 20, "fit": "contain"}"##,
    ])
    func `a background that is half transparent lies on white`(rendition: String) throws {
        let levels = try red(rendition).levels
        for (level, wanted) in zip(levels, [255, 127, 127]) {
            #expect(abs(Int(level) - wanted) <= 2)
        }
    }
}

/// Rows of nothing.
private struct ClearRows: RowProducer {
    let format: RowFormat

    mutating func readRow(into row: inout MutableSpan<UInt8>) {
        for index in row.indices { row[index] = 0 }
    }

    mutating func finish() {}
}

/// Keeps the first pixel.
private final class LevelCollector: RowConsumer {
    private var levels: [UInt8] = []
    private let complete: ([UInt8]) -> Void

    init(_ complete: @escaping ([UInt8]) -> Void) { self.complete = complete }

    func consume(_ row: Span<UInt8>) {
        if levels.isEmpty { levels = (0..<3).map { row[$0] } }
    }

    func finish() { complete(levels) }
}
