import CommandLineOptions

/// What the command line asks for.
struct RenderOptions: Equatable {
    /// The file with the request; `-` is standard input.
    let requestPath: String
    /// The folder for the outputs.
    let outputPath: String
    /// The picture.
    let inputPath: String
    /// Whether the report is JSON.
    let isJSON: Bool
    /// Seconds that the image work may take.
    let timeoutSeconds: Int

    /// Reads the words behind the program's name.
    ///
    /// - Throws: `help` where that is asked for; `usage` with everything that is wrong.
    init(_ words: [String]) throws(RenderError) {
        if CommandDescription.asksForHelp(words) { throw .help }
        do throws(UsageError) {
            let arguments = try Arguments(words, Self.description)
            requestPath = arguments[Self.request]
            outputPath = arguments[Self.output]
            inputPath = arguments.argument ?? ""
            isJSON = arguments[Self.json]
            timeoutSeconds = arguments[Self.timeout]
        } catch {
            throw .usage(error.problems)
        }
    }
}
