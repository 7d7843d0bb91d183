/// What to serve and where.
struct ServeOptions: Equatable {
    /// The port for HTTP; 0 is any free one.
    var port: UInt16 = 4566
    /// The port for HTTPS; none by default.
    var httpsPort: UInt16?
    /// The folder of everything that lasts.
    var state = ".local-stack"
    /// Whether the program stops when the one that started it ends, however that ends.
    var endsWithParent = false
    /// The template.
    var template: TemplateOptions

    init(_ reader: inout ArgumentReader) {
        port = reader.port("--port") ?? port
        httpsPort = reader.port("--https-port")
        state = reader.value("--state") ?? state
        endsWithParent = reader.flag("--end-with-parent")
        template = TemplateOptions(&reader)
        if state.isEmpty { reader.refuse("--state has to be a folder") }
    }
}
