import CommandLineOptions
import StageContracts

/// `dip puzzle`: a jigsaw puzzle of a picture.
enum PuzzleCommand: Command {
    static let description = CommandDescription(
        name: "dip puzzle",
        argument: ArgumentDescription("PHOTO", isOptional: true),
        summary: "Cuts a picture into a jigsaw puzzle.",
        discussion: """
            PHOTO is a file of this machine or an http(s) address. A puzzle is a document, puzzle.json, that describes every
            piece, the sheets with the pieces' pictures, and a thumbnail. The same seed cuts the same pieces again.
            """,
        options: [
            DipOptions.rows.description, DipOptions.columns.description, DipOptions.width.description,
            DipOptions.height.description, DipOptions.seed.description, DipOptions.style.description,
            DipOptions.prefix.description,
        ] + DipOptions.submitting + DipOptions.general,
        examples: [
            ("48 pieces, into a folder", "dip puzzle photo.jpg --rows 6 --columns 8 --wait --output puzzle"),
            (
                "A thousand pieces of a picture 1600 pixels wide",
                "dip puzzle photo.jpg --rows 25 --columns 40 --width 1600 --seed 7 --wait"
            ),
        ],
        notes: Help.exitStatus
    )

    static func run(_ arguments: Arguments, _ session: Session) throws(CommandError) -> Int32 {
        var request = try RequestBuilder(arguments)
        request.set("puzzle", .object(try wish(arguments)))
        try PuzzleCheck.check(request, photo: arguments.argument)
        return try RequestSubmission(arguments: arguments, session: session).run(request)
    }

    private static func wish(_ arguments: Arguments) throws(CommandError) -> [String: JSONValue] {
        let numbers = [
            "rows": DipOptions.rows, "columns": DipOptions.columns, "width": DipOptions.width,
            "height": DipOptions.height, "seed": DipOptions.seed,
        ]
        let words = ["style": DipOptions.style, "prefix": DipOptions.prefix]
        let wish = numbers.compactMapValues { arguments[$0].map { JSONValue.integer($0) } }
        guard wish["rows"] != nil, wish["columns"] != nil else {
            throw CommandError(arguments.refusal("--rows and --columns are needed"))
        }
        return wish.merging(words.compactMapValues { arguments[$0].map { .string($0) } }) { number, _ in
            number
        }
    }
}
