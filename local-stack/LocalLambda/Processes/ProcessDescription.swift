/// A process to start.
struct ProcessDescription: Sendable {
    /// The absolute path of the file to execute.
    let executable: String
    /// The arguments after the program's name.
    var arguments: [String] = []
    /// All variables it gets; nothing is inherited.
    var environment: [String: String] = [:]
    /// Where it starts.
    var workingDirectory = "/"
    /// The descriptor that becomes its standard input; nil is `/dev/null`.
    var standardInput: Int32?
    /// Whether it leaves the session, so that no signal of a terminal reaches it.
    var hasOwnSession = false
}
