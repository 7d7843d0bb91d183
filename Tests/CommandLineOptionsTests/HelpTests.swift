import Testing

@testable import CommandLineOptions

@Suite struct `The help of programs` {
    @Test func `a command's help is made of what reads its arguments`() {
        #expect(
            ExampleCommand.description.helpText == """
                Makes something.

                usage: example make --output DIR [OPTIONS] PHOTO

                It takes a while.

                  PHOTO                   a picture
                  --output DIR            where to
                  --preset NAME           a set
                  --wait                  stay
                  --seconds N             how long (600)
                  --port N                where
                  --attribute NAME=VALUE  a word
                  --help                  this text

                examples:
                  # A picture
                  example make a.jpg --output out

                exit status: 0
                """
        )
    }

    @Test func `a long text stands beside its name in several lines`() {
        let long = Array(repeating: "word", count: 30).joined(separator: " ")
        let lines = OptionTable([("--name", long), ("--a-name-that-is-longer-than-others", "x")]).text
            .split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("  --name                    word"))
        #expect(lines[1].hasPrefix("                            word"))
        #expect(lines[2] == "  --a-name-that-is-longer-than-others  x")
    }

    @Test(arguments: [
        ["--help"], ["-h"], ["help"], ["--nonsense", "--help"],
    ])
    func `a program's help names its commands`(words: [String]) throws {
        let text = try text(words)
        #expect(text.hasPrefix("An example.\n\nusage: example COMMAND"))
        #expect(text.contains("  make PHOTO  Makes something.\n  stop        Stops."))
        #expect(text.hasSuffix("Notes."))
    }

    @Test(arguments: [["make", "--help"], ["make", "--nonsense", "-h"], ["help", "make"]])
    func `a command's help is given wherever it is asked for`(words: [String]) throws {
        #expect(try text(words) == ExampleCommand.description.helpText)
    }

    @Test func `what follows two dashes asks for no help`() throws {
        guard case .command(0, ["--", "--help"]) = try ExampleCommand.program.wish(["make", "--", "--help"])
        else {
            Issue.record("not the command")
            return
        }
    }

    @Test func `the version is told`() throws {
        #expect(try text(["--version"]) == "example 1.2")
    }

    @Test(arguments: [
        ([], "a command is missing: make, stop"), (["--wait"], "a command is missing: make, stop"),
        (["mkae"], "“mkae” is no command; there are make, stop"),
        (["help", "mkae"], "“mkae” is no command; there are make, stop"),
    ])
    func `what is no command is refused`(words: [String], problem: String) {
        #expect(throws: UsageError([problem], command: "example")) { try ExampleCommand.program.wish(words) }
    }

    private func text(_ words: [String]) throws -> String {
        guard case .text(let text) = try ExampleCommand.program.wish(words) else {
            Issue.record("no text")
            return ""
        }
        return text
    }
}
