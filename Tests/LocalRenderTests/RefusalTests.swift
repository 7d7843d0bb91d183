import Foundation
import Imaging
import Testing

@testable import Jigsaw

@Suite struct RefusalTests {
    private let render: RenderProcess
    private let small = #"{"renditions": [{"name": "small", "width": 60, "format": "png"}]}"#

    init() throws {
        render = try RenderProcess()
        try render.write(Photo.jpeg(), to: "photo.jpg")
    }

    @Test func `every problem of a request is listed with its pointer`() throws {
        let request = """
            {"renditions": [{"name": "a b", "width": 0, "format": "gif", "colour": 1}], "puzzle": {"rows": 0}}
            """
        let answer = try render.render(request)
        #expect(answer.status == 2)
        let pointers = answer.errors.map { $0.split(separator: ": ")[1] }
        #expect(answer.errors.allSatisfy { $0.hasPrefix("invalid_request: /") })
        for pointer in [
            "/renditions/0/name", "/renditions/0/width", "/renditions/0/format", "/renditions/0/colour",
        ] {
            #expect(pointers.contains { $0 == pointer })
        }
        #expect(render.files() == [])
    }

    @Test(arguments: ["", "{", "[]", "null", "{}", #"{"preset": "none"}"#])
    func `what is no request is refused`(text: String) throws {
        let answer = try render.render(text)
        #expect(answer.status == 2)
        #expect(answer.errors.allSatisfy { $0.hasPrefix("invalid_request: ") })
    }

    @Test func `a puzzle that cannot be cut is a problem of the request`() throws {
        let answer = try render.render(
            #"{"puzzle": {"rows": 2, "columns": 2, "width": 2400, "height": 1600}}"#
        )
        #expect(answer.status == 2)
        #expect(answer.errors.first?.hasPrefix("invalid_request: /puzzle/") == true)
    }

    @Test func `all problems of a puzzle are told at once, those with its picture too`() throws {
        let answer = try render.render(
            #"{"puzzle": {"rows": 0, "columns": 700, "width": 9000, "style": "square"}}"#
        )
        #expect(answer.status == 2)
        let places = answer.errors.map { $0.split(separator: ": ")[1] }
        #expect(
            places.sorted() == [
                "/puzzle/height", "/puzzle/rows", "/puzzle/style", "/puzzle/width", "/puzzle/width",
                "/puzzle/width",
            ]
        )
        #expect(render.files() == [])
    }

    @Test(arguments: [
        ("text.jpg", "unsupported_format"), ("empty.jpg", "damaged_image"), ("cut.jpg", "damaged_image"),
        ("end.jpg", "damaged_image"), ("bomb.png", "too_many_pixels"), ("none.jpg", "source_not_found"),
        (".", "source_not_found"),
    ])
    func `a bad picture ends with its code, and leaves no file`(name: String, code: String) throws {
        let good = try Photo.jpeg()
        try render.write(Array("not a picture".utf8), to: "text.jpg")
        try render.write([], to: "empty.jpg")
        try render.write(Array(good[..<100]), to: "cut.jpg")
        // The first rendition may be complete before the damage shows.
        try render.write(Array(good[..<(good.count * 9 / 10)]), to: "end.jpg")
        try render.write(Self.bomb, to: "bomb.png")
        let answer = try render.render(#"{"renditions": [{"name": "a", "width": 9, "format": "png"}]}"#, name)
        #expect(answer.status == 1)
        #expect(answer.errors.first?.hasPrefix("\(code): ") == true)
        #expect(answer.errors.count == 1)
        #expect(render.files(in: ".").allSatisfy { !$0.hasPrefix("out") })
        #expect(try render.render(small).status == 0)
    }

    @Test func `a folder that was there stays, also where the picture is bad`() throws {
        try render.write(Array("not a picture".utf8), to: "text.jpg")
        for folder in ["there", "there/new"] {
            mkdir(render.path("there"), 0o700)
            let request = #"{"renditions": [{"name": "a"}]}"#
            try render.write(Array(request.utf8), to: "request.json")
            let answer = try render.run(["--request", "request.json", "--output", folder, "text.jpg"])
            #expect(answer.status == 1)
            #expect(render.files(in: ".") == ["photo.jpg", "request.json", "text.jpg", "there"])
        }
    }

    @Test(arguments: [Encoding.jpeg(), .png(), .webp()])
    func `whatever was damaged in a file, outputs or one code come of it`(encoding: Encoding) throws {
        let file = try Photo.file(encoding)
        var random = SplitMix64(seed: 3)
        for round in 0..<25 {
            var wrong = file
            let start = Int.random(in: 0..<min(file.count, round % 2 == 0 ? 200 : file.count), using: &random)
            for index in start..<min(file.count, start + 4) {
                wrong[index] = UInt8(truncatingIfNeeded: random.next())
            }
            try render.write(wrong, to: "wrong")
            let answer = try render.render(small, "wrong")
            #expect(answer.status == (answer.errors.isEmpty ? 0 : 1))
            #expect(answer.errors.count <= 1)
            #expect(render.files() == (answer.status == 0 ? ["small.png"] : []))
            try? FileManager.default.removeItem(atPath: render.path("out"))
        }
    }

    /// A PNG whose header claims 20,000 × 20,000 pixels, and which has none.
    private static let bomb: [UInt8] = [
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
        0x00, 0x4e, 0x20, 0x00, 0x00, 0x4e, 0x20, 0x08, 0x02, 0x00, 0x00, 0x00, 0x6c, 0x12, 0xd1, 0x6e, 0x00,
        0x00, 0x00, 0x00, 0x49, 0x44, 0x41, 0x54, 0x35, 0xaf, 0x06, 0x1e, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45,
        0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
    ]

    @Test(arguments: ["photo.png", "./photo.png", "link.png"])
    func `the input is never overwritten`(input: String) throws {
        let photo = try Photo.file(.png())
        try render.write(photo, to: "photo.png")
        try FileManager.default.createSymbolicLink(
            atPath: render.path("link.png"),
            withDestinationPath: render.path("photo.png")
        )
        let name = input == "link.png" ? "link" : "photo"
        let request = #"{"renditions": [{"name": "NAME", "width": 60, "format": "png"}]}"#
            .replacing("NAME", with: name)
        try render.write(Array(request.utf8), to: "request.json")
        let before = render.files(in: ".")
        let answer = try render.run(["--request", "request.json", "--output", ".", input])
        #expect(answer.status == 2)
        #expect(render.read("photo.png") == photo)
        #expect(render.files(in: ".") == before)
    }

    @Test(arguments: ["pipe", "folder"])
    func `a logo that is no file is not waited for`(name: String) throws {
        mkfifo(render.path("pipe"), 0o600)
        mkdir(render.path("folder"), 0o700)
        let mark = #"{"watermark": {"image": {"key": "uploads/\#(name)"}}}"#
        let answer = try render.render(#"{"operations": [\#(mark)], "renditions": [{"name": "a"}]}"#)
        #expect(answer.errors.first?.hasPrefix("cannot_read: ") == true)
        #expect(render.files() == [])
    }

    @Test func `a folder that cannot be written to is told`() throws {
        try render.write([], to: "out")
        let answer = try render.render(small)
        #expect(answer.status == 1)
        #expect(answer.errors.first?.hasPrefix("cannot_write: ") == true)
    }

    @Test(arguments: [
        [], ["--json"], ["--request"], ["--request", "r.json", "photo.jpg"], ["--outptu", "out"],
        ["--request", "request.json", "--output", "out", "photo.jpg", "other.jpg"],
        ["--request", "request.json", "--output", "out", "--json=yes", "photo.jpg"],
        ["--request", "none.json", "--output", "out", "photo.jpg"],
        ["--request", ".", "--output", "out", "photo.jpg"],
        ["--request", "request.json", "--request", "request.json", "--output", "out", "photo.jpg"],
        ["--request", "request.json", "--output", "out", "--timeout", "soon", "photo.jpg"],
    ])
    func `a command line that cannot be followed is explained`(words: [String]) throws {
        try render.write(Array(small.utf8), to: "request.json")
        let answer = try render.run(words)
        #expect(answer.status == 2)
        #expect(answer.errors.first?.hasPrefix("usage: ") == true)
        #expect(render.files() == [])
    }
}
