import CommandLineOptions

/// A command with an option of every kind.
enum ExampleCommand {
    static let output = CommandOption.text("--output", "DIR", "where to").required()
    static let preset = CommandOption.text("--preset", "NAME", "a set")
    static let wait = CommandOption.flag("--wait", "stay")
    static let seconds = CommandOption.number("--seconds", "N", "how long (600)", in: 1...(.max)).otherwise(
        600
    )
    static let port = CommandOption.number("--port", "N", "where", in: 0...65_535)
    static let attributes = CommandOption.pairs("--attribute", "NAME=VALUE", "a word")

    static let description = CommandDescription(
        name: "example make",
        argument: ArgumentDescription("PHOTO", help: "a picture"),
        summary: "Makes something.",
        discussion: "It takes a while.",
        options: [
            output.description, preset.description, wait.description, seconds.description, port.description,
            attributes.description,
        ],
        examples: [("A picture", "example make a.jpg --output out")],
        notes: "exit status: 0"
    )

    static let program = ProgramDescription(
        name: "example",
        version: "1.2",
        summary: "An example.",
        commands: [
            description, CommandDescription(name: "example stop", summary: "Stops.", options: [], notes: ""),
        ],
        notes: "Notes."
    )
}
