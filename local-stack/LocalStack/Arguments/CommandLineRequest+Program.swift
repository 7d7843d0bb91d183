import CommandLineOptions

extension CommandLineRequest {
    /// The program's version.
    static let version = "0.1.0"

    private static let exitStatus = """
        exit status: 0 it was stopped, or the template is good; 1 it could not start; 2 wrong arguments or template
        """

    static let serve = CommandDescription(
        name: "local-stack serve",
        summary: "Runs a template until Ctrl-C.",
        options: ServeOptions.all,
        examples: [
            ("This project's template", "local-stack serve"),
            (
                "Beside another one, with a shorter retention",
                "local-stack serve --port 0 --state other --parameter RetentionDays=3"
            ),
        ],
        notes: exitStatus
    )

    static let validate = CommandDescription(
        name: "local-stack validate",
        summary: "Says what is wrong with a template.",
        options: TemplateOptions.all,
        notes: exitStatus
    )

    /// The program, as its command line is read and as `--help` tells it.
    static let program = ProgramDescription(
        name: "local-stack",
        version: version,
        summary: """
            Runs a CloudFormation or SAM template on this machine: queues, topics, buckets, tables, mails, functions and the
            REST API, all on one port.
            """,
        commands: [serve, validate],
        notes: """
            options of serve; --template, --parameter and --region are those of validate, too:
            \(OptionTable(ServeOptions.all).text)

            \(exitStatus)
            """
    )
}
