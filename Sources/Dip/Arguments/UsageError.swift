/// A command line that cannot be followed.
struct UsageError: Error, Equatable {
    /// What is wrong with it.
    let message: String
    /// The command whose help says what would be right; nil for the program's.
    let command: String?

    init(_ message: String, command: String? = nil) {
        (self.message, self.command) = (message, command)
    }
}
