/// Everything that is wrong with a command line.
struct ArgumentError: Error, Equatable {
    let problems: [String]
}
