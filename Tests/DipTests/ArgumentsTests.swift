import Testing

@testable import Dip

@Suite struct `A command's arguments` {
    private func read(_ words: String...) throws(UsageError) -> Arguments {
        try Arguments(words, ProcessCommand.description)
    }

    @Test func `options and the argument come in any order`() throws {
        let arguments = try read("--preset=gallery", "photo.jpg", "--wait", "--output", "out")
        #expect(arguments.argument == "photo.jpg" && arguments.has("--wait"))
        #expect(arguments["--preset"] == "gallery" && arguments["--output"] == "out")
    }

    @Test func `an option may come several times where that makes sense`() throws {
        let arguments = try read("a", "--rendition", "name=a", "--rendition=name=b")
        #expect(arguments.all("--rendition") == ["name=a", "name=b"])
    }

    @Test func `what follows two dashes is no option`() throws {
        #expect(try read("--wait", "--", "--photo.jpg").argument == "--photo.jpg")
    }

    @Test(arguments: [
        (["a", "--preset"], "--preset needs a value: --preset NAME"),
        (["a", "--preset", "--wait"], "--preset needs a value: --preset NAME"),
        (["a", "--preset="], "--preset needs a value: --preset NAME"),
        (["a", "--preset", "x", "--preset", "y"], "--preset is given twice"),
        (["a", "--wait=yes"], "--wait takes no value"),
        (["a", "--rendtion", "x"], "--rendtion is not known; did you mean --rendition?"),
        (["a", "-x"], "-x is not known"),
        (["a", "b"], "one PHOTO at a time: “b” is too many"),
    ])
    func `mistakes are named`(words: [String], message: String) {
        let error = #expect(throws: UsageError.self) { try Arguments(words, ProcessCommand.description) }
        #expect(error == UsageError(message, command: "process"))
    }

    @Test func `a number is a whole one`() throws {
        let arguments = try Arguments(["a", "--rows", "6.5"], PuzzleCommand.description)
        #expect(throws: UsageError("--rows is a whole number, not “6.5”", command: "puzzle")) {
            try arguments.number("--rows")
        }
    }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "ab", 2), ("wait", "wiat", 2), ("kitten", "sitting", 3),
    ])
    func `the distance of words counts changes`(first: String, second: String, distance: Int) {
        #expect(first.distance(to: second) == distance)
    }
}
