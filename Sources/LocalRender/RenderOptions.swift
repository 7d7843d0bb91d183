/// What the command line asks for.
struct RenderOptions: Equatable {
    /// The file with the request; `-` is standard input.
    var requestPath: String
    /// The folder for the outputs.
    var outputPath: String
    /// The picture.
    var inputPath: String
    /// Whether the report is JSON.
    var isJSON = false
    /// Seconds that the image work may take.
    var timeoutSeconds = 600

    /// Reads the words behind the program's name.
    ///
    /// - Throws: `help` where that is asked for; `usage` with everything that is wrong.
    init(_ words: [String]) throws(RenderError) {
        var reader = WordReader(words)
        (requestPath, outputPath, inputPath) = ("", "", "")
        while let word = reader.next() {
            switch word {
            case .flag("help"), .flag("h"): throw .help
            case .flag("json"): isJSON = true
            case .flag("request"): requestPath = reader.value(of: "--request")
            case .flag("output"): outputPath = reader.value(of: "--output")
            case .flag("timeout"): timeoutSeconds = reader.count(of: "--timeout")
            case .flag(let name): reader.problems.append("--\(name) is not known")
            case .plain(let path) where inputPath.isEmpty: inputPath = path
            case .plain(let path): reader.problems.append("\(path) is a second INPUT; one is taken")
            }
        }
        // What is not UTF-8 came as another word, which names no file.
        if words.contains(where: { $0.contains("\u{fffd}") }) {
            reader.problems.append("a name that is not UTF-8 cannot be taken: rename the file, or link to it")
        }
        if requestPath.isEmpty { reader.problems.append("--request FILE is missing") }
        if outputPath.isEmpty { reader.problems.append("--output DIR is missing") }
        if inputPath.isEmpty { reader.problems.append("INPUT, the picture, is missing") }
        guard reader.problems.isEmpty else { throw .usage(reader.problems) }
    }
}
