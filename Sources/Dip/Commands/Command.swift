import CommandLineOptions

/// One thing that the program can do.
protocol Command: Sendable {
    /// What it takes.
    static var description: CommandDescription { get }

    /// Does it and answers the exit status.
    static func run(_ arguments: Arguments, _ session: Session) throws(CommandError) -> Int32
}
