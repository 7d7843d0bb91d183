import Foundation

do {
    let options = try DemoOptions(arguments: Array(CommandLine.arguments.dropFirst()))
    try Demo(options: options).run()
} catch {
    FileHandle.standardError.write(Data("\ndemo: \(error)\n".utf8))
    exit(error is DemoOptions.Problem ? 2 : 1)
}
