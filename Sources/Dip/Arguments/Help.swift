import CommandLineOptions

/// What stands in the texts of `--help`.
enum Help {
    /// The program with its commands.
    static func program(_ commands: [CommandDescription]) -> ProgramDescription {
        ProgramDescription(
            name: "dip",
            version: "0.1.0",
            summary: """
                Turns photographs into renditions, galleries and jigsaw puzzles, by the image processor's HTTP API.
                """,
            commands: commands,
            notes: """
                To start with, on one machine:
                  make run                                        # the local stack, in another terminal
                  dip process photo.jpg --preset gallery --wait --output gallery

                \(exitStatus)
                """
        )
    }

    /// What the exit statuses of all commands mean.
    static let exitStatus = """
        exit status: 0 done; 1 the request failed or was refused, the message begins with its code; 2 wrong usage, a wrong
        request, or a file that cannot be read or written; nothing was sent then; 3 the API cannot be reached.
        """
}
