import CommandLineOptions
import StageContracts

/// The options of the commands.
enum DipOptions {
    static let api = CommandOption.text(
        "--api",
        "URL",
        "where the API answers; else DIP_API, else \(defaultAPI)"
    )
    static let json = CommandOption.flag("--json", "one JSON document on standard output, for programs")
    static let quiet = CommandOption.flag("--quiet", "no progress and no hints on standard error")
    static let wait = CommandOption.flag(
        "--wait",
        "stay until the request has ended, with a progress bar"
    )
    static let output = CommandOption.text(
        "--output",
        "DIR",
        "fetch every output into this folder, over files of the same names, as curl does; it is tried before anything "
            + "is sent; waits for the end"
    )

    // What a request is made of, and under which name.
    static let key = CommandOption.text(
        "--key",
        "KEY",
        "instead of PHOTO: the key of an upload, as of a file above the 10 MB that a deployed API takes"
    )
    static let id = CommandOption.text(
        "--id",
        "ID",
        "your own id for the request: the same command again does the work once, another request is refused"
    )
    static let email = CommandOption.text("--email", "ADDRESS", "tell this address when it is done")
    static let webhook = CommandOption.text("--webhook", "URL", "call this address when it is done")
    static let channel = CommandOption.text("--channel", "NAME", "show the progress on this channel")
    static let retention = CommandOption.text(
        "--retention",
        "WORD",
        "what becomes of the original: keep, archive or discard"
    )
    static let attributes = CommandOption.pairs(
        "--attribute",
        "NAME=VALUE",
        "a word about it that subscribers filter by"
    )

    // What is made.
    static let preset = CommandOption.text("--preset", "NAME", "a named set of renditions, such as gallery")
    static let renditions = CommandOption<[JSONValue]>(
        "--rendition",
        "NAME=…,…",
        "one rendition, such as name=thumb,width=200,format=webp",
        isRepeatable: true,
        read: RenditionText.read
    )
    static let request = CommandOption.text("--request", "FILE", "a request as JSON; - reads standard input")
    static let rows = CommandOption.number("--rows", "N", "rows of pieces")
    static let columns = CommandOption.number("--columns", "N", "pieces in a row")
    static let width = CommandOption.number("--width", "PIXELS", "width of the whole picture")
    static let height = CommandOption.number("--height", "PIXELS", "height of the whole picture")
    static let seed = CommandOption.number(
        "--seed",
        "N",
        "what the cut is drawn from; else it follows from the request"
    )
    static let style = CommandOption.text(
        "--style",
        "WORD",
        "how tabs are drawn: classic, rounded or angular"
    )
    static let prefix = CommandOption.text("--prefix", "KEY", "what the keys of its files begin with")

    /// The options that every command has.
    static let general = [api.description, json.description, quiet.description]

    /// The options of commands that submit a request.
    static let submitting = [
        wait.description, output.description, key.description, id.description, email.description,
        webhook.description, channel.description, retention.description, attributes.description,
    ]
}
