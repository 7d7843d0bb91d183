import Foundation
import Imaging
import Testing

@testable import Jigsaw

@Suite struct `A puzzle's files, seen by Pillow and jsonschema` {
    @Test(arguments: Shape.all)
    func `give the photograph's picture again`(shape: Shape) throws {
        let folder = try PuzzleFolder(shape)
        let difference = try Witness.run("assemble", folder.url.path, folder.path("picture.png"))
        #expect(try #require(Double(difference)) == 0)
    }

    @Test(arguments: [(251, nil), (nil, 187), (333, nil), (nil, nil)])
    func `are those of the rendition of the same width or height`(width: Int?, height: Int?) throws {
        let shape = Shape(width: 481, height: 321, rows: 3, columns: 4)
        let specification = PuzzleSpecification(rows: 3, columns: 4, width: width, height: height)
        let folder = try PuzzleFolder(shape, scale: 1, as: specification)
        #expect(try Witness.run("assemble", folder.url.path, folder.path("picture.png")) == "0.0")
    }

    @Test(arguments: Shape.all)
    func `pieces follow their outlines`(shape: Shape) throws {
        let folder = try PuzzleFolder(shape, scale: 1)
        let difference = try #require(Int(try Witness.run("outlines", folder.url.path)))
        #expect(difference <= 14)
    }

    @Test func `a puzzle's sheets may be PNG`() throws {
        let folder = try PuzzleFolder(Shape.all[1], encoding: .png())
        #expect(try Witness.run("assemble", folder.url.path, folder.path("picture.png")) == "0.0")
        #expect(try Witness.run("schema", Witness.schema.path, folder.path("puzzle.json")) == "")
    }

    @Test(arguments: Shape.all)
    func `keep to the schema`(shape: Shape) throws {
        let folder = try PuzzleFolder(shape, scale: 1)
        #expect(try Witness.run("schema", Witness.schema.path, folder.path("puzzle.json")) == "")
    }

    @Test(arguments: [
        ("\"rows\":3", "\"rows\":0"), ("\"version\":1", "\"version\":2"), ("\"tab\"", "\"knob\""),
        ("\"classic\"", "\"jagged\""), ("\"path\":\"M", "\"path\":\"L"), (".webp", ".gif"),
        ("\"seed\":7", "\"seed\":-7"), ("\"seed\":7,", ""), ("\"seed\":7", "\"seed\":7,\"key\":1"),
    ])
    func `are refused by the schema where something is wrong`(right: String, wrong: String) throws {
        let folder = try PuzzleFolder(Shape.all[0], scale: 1)
        let text = try String(contentsOfFile: folder.path("puzzle.json"), encoding: .utf8)
        let broken = text.replacing(right, with: wrong)
        #expect(broken != text)
        try Data(broken.utf8).write(to: folder.url.appending(path: "broken.json"))
        #expect(try Witness.run("schema", Witness.schema.path, folder.path("broken.json")) != "")
    }
}
