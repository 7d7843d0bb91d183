import Foundation

do {
    let bench = try PuzzleBench(CommandLine.arguments.dropFirst())
    print(try bench.run())
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(2)
}
