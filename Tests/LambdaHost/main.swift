import Glibc

// LambdaHost hold FOLDER PAYLOAD…           runs the function in FOLDER with each payload, then stays until it is killed
// LambdaHost measure FOLDER PARALLEL COUNT  says how many invocations a second it gets through
let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "hold": Holding(folder: CommandLine.arguments[2], payloads: Array(arguments.dropFirst(2))).run()
case "measure": await Measurement(arguments.dropFirst().map { $0 }).run()
default: exit(2)
}
