/// One option of a command, as it is read and as its help shows it.
struct OptionDescription {
    /// The name with its dashes.
    let name: String
    /// What stands for the value in the help; nil for a switch.
    let value: String?
    /// What it does.
    let help: String
    /// Whether it may be given several times.
    let isRepeatable: Bool

    /// An option with a value.
    static func option(_ name: String, _ value: String, _ help: String, isRepeatable: Bool = false) -> Self {
        Self(name: name, value: value, help: help, isRepeatable: isRepeatable)
    }

    /// An option without a value.
    static func flag(_ name: String, _ help: String) -> Self {
        Self(name: name, value: nil, help: help, isRepeatable: false)
    }
}

extension OptionDescription {
    /// The options that every command has.
    static let general = [
        option("--api", "URL", "where the API answers; else DIP_API, else \(defaultAPI)"),
        flag("--json", "one JSON document on standard output, for programs"),
        flag("--quiet", "no progress and no hints on standard error"),
        flag("--help", "this text"),
    ]

    /// The options of commands that follow a request to its end.
    static let following = [
        option(
            "--output",
            "DIR",
            "fetch every output into this folder, which is tried before anything is sent; waits for the end"
        )
    ]

    /// The options of commands that submit a request.
    static let submitting =
        [flag("--wait", "stay until the request has ended, with a progress bar")] + following + [
            option("--key", "KEY", "instead of PHOTO: the key of an upload"),
            option(
                "--id",
                "ID",
                "your own id for the request: the same command again does the work once, another request is refused"
            ),
            option("--email", "ADDRESS", "tell this address when it is done"),
            option("--webhook", "URL", "call this address when it is done"),
            option("--channel", "NAME", "show the progress on this channel"),
            option("--retention", "WORD", "what becomes of the original: keep, archive or discard"),
            option(
                "--attribute",
                "NAME=VALUE",
                "a word about it that subscribers filter by",
                isRepeatable: true
            ),
        ]
}
