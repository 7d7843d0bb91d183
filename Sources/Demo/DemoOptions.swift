import CommandLineOptions

/// What the demo was asked to do.
struct DemoOptions {
    static let photo = CommandOption.text(
        "--photo",
        "PATH",
        "the photograph to send; without one the demo paints a picture"
    )

    /// The command, as it is read and as `--help` tells it.
    static let description = CommandDescription(
        name: "demo",
        summary: "Shows a photograph's way through the whole pipeline on this machine, step by step.",
        options: [photo.description],
        examples: [("Your own photograph", "make demo PHOTO=photo.jpg")],
        notes: "exit status: 0 every part happened; 1 one did not; 2 wrong usage"
    )

    /// The photograph to send; without one the demo paints a picture.
    let photo: String?

    /// Reads the words behind the program's name; throws all that is wrong with them.
    init(_ words: [String]) throws(UsageError) {
        photo = try Arguments(words, Self.description)[Self.photo]
    }
}
