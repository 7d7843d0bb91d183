import Foundation
import Testing

/// What `render` says where something is wrong, and how it ends.
@Suite struct MessageTests {
    private let render: RenderProcess
    private let small = #"{"renditions": [{"name": "small", "width": 60, "format": "png"}]}"#

    init() throws {
        render = try RenderProcess()
        try render.write(Photo.jpeg(), to: "photo.jpg")
    }

    @Test(arguments: [262_144, 262_145, 900_000])
    func `a request that is too long is refused as the pipeline does it`(count: Int) throws {
        let answer = try render.render(small + String(repeating: " ", count: count - small.utf8.count))
        #expect(answer.status == (count == 262_144 ? 0 : 2))
        let line = answer.errors.first ?? ""
        #expect(count == 262_144 || line.hasPrefix("invalid_request: too_large: "))
    }

    @Test func `a byte order mark in front of a request is passed over`() throws {
        #expect(try render.render("\u{feff}" + small).status == 0)
    }

    @Test func `an operation that cannot be done is told once`() throws {
        let answer = try render.render(
            #"{"operations": [{"crop": {"width": 999, "height": 9}}], "preset": "gallery"}"#
        )
        #expect(answer.status == 1)
        #expect(answer.errors.count == 1)
        #expect(answer.errors[0].hasPrefix("impossible_operation: "))
        #expect(answer.errors[0].split(separator: "impossible_operation").count == 1)
        #expect(answer.errors[0].split(separator: "999", omittingEmptySubsequences: false).count == 2)
    }

    @Test func `what is asked for in vain is said`() throws {
        let rendition = #"{"name": "n", "width": 20, "gravity": "north", "lossless": true}"#
        let answer = try render.render(#"{"renditions": [\#(rendition)]}"#)
        #expect(answer.status == 0)
        #expect(answer.output.contains("warning: n: gravity has no effect where fit is inside."))
        #expect(answer.output.contains("warning: n: lossless has no effect in a file of its source's format"))
    }

    @Test func `too much work is the request's, and said so`() throws {
        let rendition = #"{"name": "n", "width": 6000, "enlarge": true, "format": "webp", "effort": 6}"#
        let answer = try render.render(#"{"renditions": [\#(rendition)]}"#)
        #expect(answer.status == 1)
        #expect(answer.errors.first?.hasPrefix("too_complex: The request needs too much work: ") == true)
    }

    @Test(arguments: ["", #", "effort": 2"#])
    func `an effort that was left open is less where it would take too long, and an asked one is refused`(
        effort: String
    ) throws {
        let rendition = #"{"name": "n", "width": 4100, "enlarge": true, "format": "webp", "lossless": true"#
        let answer = try render.render(#"{"renditions": [\#(rendition)\#(effort)}]}"#, extra: ["--json"])
        let report = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        guard effort.isEmpty else {
            #expect(answer.status == 1)
            return #expect(answer.errors.first?.hasSuffix("fewer of them, or less effort.") == true)
        }
        #expect(answer.status == 0)
        let warnings = try #require(report?["warnings"] as? [[String: Any]])
        #expect(warnings.map { $0["code"] as? String } == ["less_effort"])
    }

    @Test(arguments: [
        (#"{"renditions": [{"name": "a b"}]}"#, "photo.jpg", "invalid_request", 2),
        (#"{"preset": "gallery"}"#, "none.jpg", "source_not_found", 1),
        (
            #"{"operations": [{"crop": {"width": 999, "height": 9}}], "preset": "gallery"}"#, "photo.jpg",
            "impossible_operation", 1
        ),
    ])
    func `a failure is JSON too where that was asked for`(
        request: String,
        input: String,
        code: String,
        status: Int32
    ) throws {
        let answer = try render.render(request, input, extra: ["--json"])
        #expect(answer.status == status)
        let report = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        let error = try #require(report?["error"] as? [String: Any])
        #expect(error["code"] as? String == code)
        #expect(error["text"] as? String == answer.errors.joined(separator: "\n"))
        let problems = try #require(error["problems"] as? [[String: Any]])
        #expect(problems.isEmpty == (status == 1))
    }

    @Test func `a full standard output is an error`() throws {
        try render.write(Array(small.utf8), to: "request.json")
        let answer = try render.shell("exec \"$0\" --request request.json --output out photo.jpg > /dev/full")
        #expect(answer.status == 1)
        #expect(answer.errors.first?.hasPrefix("cannot_write: standard output") == true)
        #expect(try render.shell("exec \"$0\" --help > /dev/full").status == 1)
    }

    @Test func `a name that is not UTF-8 is told as such`() throws {
        try render.write(Array(small.utf8), to: "request.json")
        let answer = try render.shell(
            "name=$(printf 'a\\377.jpg'); cp photo.jpg \"$name\"; exec \"$0\" --request request.json --output out \"$name\""
        )
        #expect(answer.status == 2)
        #expect(answer.errors.contains { $0.contains("UTF-8") })
    }

    @Test func `control characters of names are escaped`() throws {
        let name = "a\u{1b}[2J\nsource_not_found: b\u{7f}\u{9b}\u{202e}ü.jpg"
        let answer = try render.render(small, name)
        #expect(answer.status == 1)
        #expect(
            answer.errors == [
                #"source_not_found: a\u{1b}[2J\u{a}source_not_found: b\u{7f}\u{9b}\u{202e}ü.jpg: No such file or directory"#
            ]
        )
    }

    @Test func `a file beyond the limit of the shell cannot be written`() throws {
        try render.write(Array(small.utf8), to: "request.json")
        let answer = try render.shell(
            "ulimit -f 1; exec env --default-signal=XFSZ \"$0\" --request request.json --output out photo.jpg"
        )
        #expect(answer.status == 1)
        #expect(answer.errors.first?.hasPrefix("cannot_write: ") == true)
        #expect(render.files() == [])
    }

    @Test func `an output that is a file is noticed before the picture is looked at`() throws {
        try render.write([], to: "out")
        try render.write(Array("no picture".utf8), to: "text.jpg")
        let answer = try render.render(small, "text.jpg")
        #expect(answer.errors.first?.hasPrefix("cannot_write: ") == true)
    }

    @Test func `a run that is stopped leaves no file`() throws {
        // The original is copied before a picture is made that takes longer than to stop it.
        let edits = #"[{"resize": {"width": 7000, "enlarge": true}}, {"blur": {"sigma": 9}}]"#
        let request = #"{"preset": "gallery", "operations": EDITS}"#.replacing("EDITS", with: edits)
        try render.write(Array(request.utf8), to: "request.json")
        let process = render.process(["--request", "request.json", "--output", "out", "photo.jpg"])
        process.standardError = FileHandle.nullDevice
        try process.run()
        while render.files().isEmpty, process.isRunning {}
        #expect(render.files().count == 1)
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == SIGTERM)
        #expect(render.files() == [])
    }
}
