import CommandLineOptions

/// What to serve and where.
struct ServeOptions: Equatable {
    private static let ports = 0...65_535

    static let port = CommandOption.number(
        "--port",
        "N",
        "the port for HTTP on 127.0.0.1; 0 takes any free one (4566)",
        in: ports
    ).otherwise(4566)
    static let httpsPort = CommandOption.number(
        "--https-port",
        "N",
        "a port for HTTPS as well; its certificate is made here and kept with the state",
        in: ports
    )
    static let state = CommandOption.text(
        "--state",
        "DIR",
        "the folder of everything that lasts; one local-stack at a time may use it (.local-stack)"
    ).otherwise(".local-stack")
    static let endWithParent = CommandOption.flag(
        "--end-with-parent",
        "stop when the program that started it ends, however that ends"
    )

    /// The options of the command.
    static let all =
        [port.description, httpsPort.description, state.description] + TemplateOptions.all
        + [endWithParent.description]

    /// The port for HTTP; 0 is any free one.
    let port: UInt16
    /// The port for HTTPS; none by default.
    let httpsPort: UInt16?
    /// The folder of everything that lasts.
    let state: String
    /// Whether the program stops when the one that started it ends, however that ends.
    let endsWithParent: Bool
    /// The template.
    let template: TemplateOptions

    init(_ arguments: Arguments) {
        port = UInt16(arguments[Self.port])
        httpsPort = arguments[Self.httpsPort].map { UInt16($0) }
        state = arguments[Self.state]
        endsWithParent = arguments[Self.endWithParent]
        template = TemplateOptions(arguments)
    }
}
