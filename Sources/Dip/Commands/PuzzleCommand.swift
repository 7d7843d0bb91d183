import StageContracts

/// `dip puzzle`: a jigsaw puzzle of a picture.
enum PuzzleCommand: Command {
    static let description = CommandDescription(
        name: "puzzle",
        argument: "PHOTO",
        isArgumentOptional: true,
        summary: "Cuts a picture into a jigsaw puzzle.",
        discussion: """
            PHOTO is a file of this machine or an http(s) address. A puzzle is a document, puzzle.json, that describes every
            piece, the sheets with the pieces' pictures, and a thumbnail. The same seed cuts the same pieces again.
            """,
        options: [
            .option("--rows", "N", "rows of pieces"),
            .option("--columns", "N", "pieces in a row"),
            .option("--width", "PIXELS", "width of the whole picture"),
            .option("--height", "PIXELS", "height of the whole picture"),
            .option("--seed", "N", "what the cut is drawn from; else it follows from the request"),
            .option("--style", "WORD", "how tabs are drawn: classic, rounded or angular"),
            .option("--prefix", "KEY", "what the keys of its files begin with"),
        ] + OptionDescription.submitting,
        examples: [
            ("48 pieces, into a folder", "dip puzzle photo.jpg --rows 6 --columns 8 --wait --output puzzle"),
            (
                "A thousand pieces of a picture 1600 pixels wide",
                "dip puzzle photo.jpg --rows 25 --columns 40 --width 1600 --seed 7 --wait"
            ),
        ]
    )

    static func run(_ arguments: Arguments, _ session: Session) throws(CommandError) -> Int32 {
        var request = try RequestBuilder(arguments)
        request.set("puzzle", .object(try wish(arguments)))
        try PuzzleCheck.check(request, photo: arguments.argument)
        return try RequestSubmission(arguments: arguments, session: session).run(request)
    }

    private static func wish(_ arguments: Arguments) throws(CommandError) -> [String: JSONValue] {
        var wish: [String: JSONValue] = [:]
        do throws(UsageError) {
            for name in ["rows", "columns", "width", "height", "seed"] {
                if let number = try arguments.number("--" + name) { wish[name] = .integer(number) }
            }
            guard wish["rows"] != nil, wish["columns"] != nil else {
                throw arguments.refusal("--rows and --columns are needed")
            }
        } catch {
            throw CommandError(error)
        }
        for name in ["style", "prefix"] {
            if let text = arguments["--" + name] { wish[name] = .string(text) }
        }
        return wish
    }
}
