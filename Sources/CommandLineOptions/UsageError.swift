/// A command line that cannot be followed.
package struct UsageError: Error, Equatable {
    /// Everything that is wrong with it, a sentence each.
    package let problems: [String]
    /// The words whose `--help` says what would be right, such as `dip process`.
    package let command: String

    /// An error of the command of that name.
    package init(_ problems: [String], command: String) {
        (self.problems, self.command) = (problems, command)
    }

    /// Where to read what would be right.
    package var advice: String { "\(command) --help shows what is possible" }
}
