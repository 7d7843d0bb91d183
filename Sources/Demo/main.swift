import Foundation

// Whole lines at once, so that a log keeps their order.
setvbuf(stdout, nil, _IOLBF, 0)

do {
    let options = try DemoOptions(arguments: Array(CommandLine.arguments.dropFirst()))
    try Demo(options: options).run()
} catch {
    FileHandle.standardError.write(Data("\ndemo: \(error)\n".utf8))
    exit(error is DemoOptions.Problem ? 2 : 1)
}
