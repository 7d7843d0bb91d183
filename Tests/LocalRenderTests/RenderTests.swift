import Foundation
import Imaging
import Testing

@Suite struct RenderTests {
    private let render: RenderProcess
    private let small = #"{"renditions": [{"name": "small", "width": 60, "format": "png"}]}"#

    init() throws {
        render = try RenderProcess()
        try render.write(Photo.jpeg(), to: "photo.jpg")
    }

    @Test func `outputs are written and listed in a table`() throws {
        let request = """
            {"renditions": [{"name": "small", "width": 60, "format": "webp"},
                            {"name": "square", "width": 50, "height": 50, "fit": "cover", "format": "jpeg"},
                            {"name": "same", "format": "preserve"}]}
            """
        let answer = try render.render(request)
        #expect(answer.status == 0)
        #expect(answer.errors == [])
        #expect(render.files() == ["small.webp", "square.jpg", "same.jpg"])
        let table = answer.output.split(separator: "\n").map {
            $0.split(separator: " ", omittingEmptySubsequences: true)
        }
        #expect(table.prefix(4).map { $0.first } == ["name", "small", "square", "same"])
        #expect(table[1].prefix(5).joined(separator: " ") == "small webp 60 × 40")
        for (name, size) in [("small.webp", (60, 40)), ("square.jpg", (50, 50)), ("same.jpg", (240, 160))] {
            let info = try ImageInfo(reading: try #require(render.read("out/\(name)")))
            #expect(info.size == PixelSize(width: size.0, height: size.1))
        }
    }

    @Test func `a report in JSON says what was made, what it cost and what may surprise`() throws {
        let request = #"{"renditions": [{"name": "big", "width": 900, "format": "jpeg"}]}"#
        let answer = try render.render(request, extra: ["--json"])
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        )
        let outputs = try #require(report["outputs"] as? [[String: Any]])
        #expect(outputs.map { $0["file"] as? String } == ["big.jpg"])
        #expect(outputs[0]["bytes"] as? Int == render.read("out/big.jpg")?.count)
        let operations = try #require(outputs[0]["operations"] as? [[String: [String: Any]]])
        let encode = try #require(operations.last?["encode"])
        #expect(encode["chroma"] as? String == "4:2:0" && encode["quality"] as? Int == 80)
        let steps = try #require(report["steps"] as? [String: Double])
        #expect(Set(steps.keys) == ["read", "inspect", "normalise", "render", "write"])
        #expect(try #require(report["peakResidentBytes"] as? Int) > 1_000_000)
        let warnings = try #require(report["warnings"] as? [[String: Any]])
        #expect(warnings.map { $0["code"] as? String } == ["not_enlarged"])
        #expect((report["source"] as? [String: Any])?["format"] as? String == "jpeg")
    }

    @Test func `outputs that come to the same file are each written, listed and warned of`() throws {
        let request = """
            {"renditions": [{"name": "own", "width": 240, "format": "webp"},
                            {"name": "big", "width": 900, "format": "webp"},
                            {"name": "huge", "width": 3200, "height": 3200, "format": "webp"}]}
            """
        let names = ["own", "big", "huge"]
        let answer = try render.render(request, extra: ["--json"])
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        )
        let outputs = try #require(report["outputs"] as? [[String: Any]])
        #expect(outputs.map { $0["name"] as? String } == names)
        #expect(outputs.map { $0["file"] as? String } == names.map { "\($0).webp" })
        let files = try names.map { try #require(render.read("out/\($0).webp")) }
        #expect(Set(files).count == 1)
        #expect(outputs.allSatisfy { $0["bytes"] as? Int == files[0].count })
        let warnings = try #require(report["warnings"] as? [[String: Any]])
        #expect(warnings.count == 2)
    }

    @Test func `a picture that nothing is asked of is handed on as it is coded`() throws {
        #expect(try render.render(#"{"renditions": [{"name": "same"}]}"#).status == 0)
        #expect(try render.read("out/same.jpg") == Photo.jpeg())
        #expect(try render.render(#"{"renditions": [{"name": "same", "quality": 80}]}"#).status == 0)
        #expect(try render.read("out/same.jpg") != Photo.jpeg())
    }

    @Test func `what the request says of its source and of who is told is passed over`() throws {
        let request = """
            {"source": {"url": "https://example.com/x"}, "notify": {"email": "me@example.com"},
             "renditions": [{"name": "small", "width": 60, "format": "png"}]}
            """
        #expect(try render.render(request).status == 0)
        #expect(render.files() == ["small.png"])
    }

    @Test func `a preset is made with the original, byte for byte`() throws {
        #expect(try render.render(#"{"preset": "gallery"}"#).status == 0)
        #expect(render.read("out/original.jpg") == render.read("photo.jpg"))
        #expect(render.files().count == 8)
    }

    @Test func `a puzzle lies in its own folder, and the request's id decides its cut`() throws {
        func cut(_ members: String) throws -> [UInt8] {
            let puzzle = #""puzzle": {"rows": 2, "columns": 3, "width": 120, "height": 80}"#
            #expect(try render.render("{\(members)\(puzzle)}").status == 0)
            return try #require(render.read("out/puzzle/puzzle.json"))
        }
        let first = try cut("")
        #expect(
            render.files() == ["puzzle", "puzzle/puzzle.json", "puzzle/sheet-1.webp", "puzzle/thumbnail.jpg"]
        )
        #expect(try cut("") == first)
        #expect(try cut(#""requestId": "other", "#) != first)
    }

    @Test func `standard input may hold the request`() throws {
        let answer = try render.run(["--request=-", "--output=out", "photo.jpg"])
        #expect(answer.status == 2)
        #expect(answer.errors.first?.hasPrefix("invalid_request: ") == true)
    }

    @Test func `help teaches by an example that works`() throws {
        let answer = try render.run(["--help"])
        #expect(answer.status == 0)
        let text = answer.output
        let start = try #require(text.firstRange(of: "echo '")?.upperBound)
        let end = try #require(text[start...].firstIndex(of: "'"))
        #expect(try render.render(String(text[start..<end])).status == 0)
        #expect(render.files() == ["small.webp", "square.jpg"])
    }

    @Test func `outputs take the place of older ones`() throws {
        try FileManager.default.createDirectory(atPath: render.path("out"), withIntermediateDirectories: true)
        try render.write([1, 2, 3], to: "out/small.png")
        #expect(try render.render(small).status == 0)
        #expect(try ImageInfo(reading: try #require(render.read("out/small.png"))).size.width == 60)
        #expect(render.files() == ["small.png"])
    }
}
