import Testing

@testable import CommandLineOptions

@Suite struct `A command's arguments` {
    private let example = ExampleCommand.self

    private func read(_ words: String...) throws(UsageError) -> Arguments {
        try Arguments(words, ExampleCommand.description)
    }

    @Test func `options and the argument come in any order`() throws {
        let arguments = try read("--preset=gallery", "photo.jpg", "--wait", "--output", "out")
        #expect(arguments.argument == "photo.jpg" && arguments[example.wait])
        #expect(arguments[example.preset] == "gallery" && arguments[example.output] == "out")
    }

    @Test func `an option may come several times where that makes sense`() throws {
        let arguments = try read("a", "--output", "out", "--attribute", "a=b=c", "--attribute=d=")
        #expect(arguments[example.attributes] == ["a": "b=c", "d": ""])
    }

    @Test func `what is not given has its standard value`() throws {
        let arguments = try read("a", "--output", "out")
        #expect(arguments[example.preset] == nil && arguments[example.seconds] == 600)
        #expect(!arguments[example.wait] && arguments[example.attributes].isEmpty)
    }

    @Test func `what follows two dashes is no option`() throws {
        #expect(try read("--output", "out", "--", "--photo.jpg").argument == "--photo.jpg")
    }

    @Test(arguments: ["-", "-1", "-5"]) func `a value may begin with one dash`(text: String) throws {
        #expect(try read("a", "--output", text)[example.output] == text)
    }

    @Test(arguments: [
        (["a", "--preset"], "--preset needs a value: --preset NAME"),
        (["a", "--preset", "--wait"], "--preset needs a value: --preset NAME"),
        (["a", "--preset="], "--preset needs a value: --preset NAME"),
        (["a", "--preset", "x", "--preset", "y"], "--preset is given twice"),
        (["a", "--wait=yes"], "--wait takes no value"),
        (["a", "--attirbute", "x=y"], "--attirbute is not known; did you mean --attribute?"),
        (["a", "--preste", "x"], "--preste is not known; did you mean --preset?"),
        (["a", "--preste=x"], "--preste is not known; did you mean --preset?"),
        (["a", "-x"], "-x is not known"),
        (["a", "b"], "one PHOTO at a time: “b” is too many"),
        ([], "PHOTO is missing"),
        (["a", "--seconds", "6.5"], "--seconds is a whole number from 1, not “6.5”"),
        (["a", "--seconds", "0"], "--seconds is a whole number from 1, not “0”"),
        (["a", "--seconds", "+1"], "--seconds is a whole number from 1, not “+1”"),
        (["a", "--port", "65536"], "--port is a whole number from 0 to 65535, not “65536”"),
        (
            ["a", "--port", "99999999999999999999"],
            "--port is a whole number from 0 to 65535, not “99999999999999999999”"
        ),
        (["a", "--attribute", "x"], "--attribute is NAME=VALUE, not “x”"),
        (["a", "--attribute", "=x"], "--attribute is NAME=VALUE, not “=x”"),
        (["a", "--attribute", "x=1", "--attribute", "x=2"], "--attribute names x twice"),
        (["\u{fffd}.jpg"], "a name that is not UTF-8 cannot be taken: rename the file, or link to it"),
    ])
    func `mistakes are named`(words: [String], problem: String) {
        let error = #expect(throws: UsageError.self) {
            try Arguments(words + ["--output", "out"], ExampleCommand.description)
        }
        #expect(error == UsageError([problem], command: "example make"))
    }

    @Test func `all mistakes are told at once`() {
        let words = ["--port", "x", "-x", "a", "b", "--attribute", "y", "--preset"]
        let error = #expect(throws: UsageError.self) { try Arguments(words, ExampleCommand.description) }
        #expect(
            error?.problems == [
                "-x is not known", "--preset needs a value: --preset NAME",
                "--output DIR is missing", "--port is a whole number from 0 to 65535, not “x”",
                "--attribute is NAME=VALUE, not “y”", "one PHOTO at a time: “b” is too many",
            ]
        )
        #expect(error?.advice == "example make --help shows what is possible")
    }

    @Test func `a required option without a value is not missing, too`() {
        let error = #expect(throws: UsageError.self) { try read("a", "--output") }
        #expect(error?.problems == ["--output needs a value: --output DIR"])
    }

    @Test func `a command without an argument takes none`() {
        let description = CommandDescription(name: "serve", summary: "", options: [], notes: "")
        #expect(throws: UsageError(["“x” is not known"], command: "serve")) {
            try Arguments(["x"], description)
        }
    }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "ab", 2), ("wait", "wiat", 2), ("kitten", "sitting", 3),
    ])
    func `the distance of words counts changes`(first: String, second: String, distance: Int) {
        #expect(first.distance(to: second) == distance)
    }
}
