import CommandLineOptions
import StageContracts
import Testing

@testable import Dip

@Suite struct `Renditions on the command line` {
    @Test(arguments: [
        ("name=thumb,width=200", ["name": JSONValue.string("thumb"), "width": .integer(200)]),
        ("name=1,format=webp", ["name": .string("1"), "format": .string("webp")]),
        (
            "name=a,enlarge=true,optimize=false",
            ["name": .string("a"), "enlarge": .bool(true), "optimize": .bool(false)]
        ),
        ("name=a,metadata=all", ["name": .string("a"), "metadata": .string("all")]),
        (
            "name=a,metadata=copyright+camera",
            ["name": .string("a"), "metadata": .array([.string("copyright"), .string("camera")])]
        ),
        (
            "name=a,chroma=4:2:0,background=#ff0000",
            [
                "name": .string("a"), "chroma": .string("4:2:0"), "background": .string("#ff0000"),
            ]
        ),
    ])
    func `members are what they look like`(text: String, members: [String: JSONValue]) throws {
        #expect(try RenditionText.read(text) == .object(members))
    }

    @Test(arguments: [
        "", "width=200", "name", "name=", "=a", "name=a,,width=1", "name=a,name=b", "name=a,width=1,width=2",
    ])
    func `anything else is refused`(text: String) {
        #expect(throws: OptionProblems.self) { try RenditionText.read(text) }
    }
}
