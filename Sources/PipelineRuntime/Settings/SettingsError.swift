/// All that is wrong with an environment, reported together so that one restart mends it.
package struct SettingsError: Error, Sendable, Hashable {
    /// The problems in the order in which the variables were read; never empty.
    package let problems: [SettingsProblem]

    /// Makes an error of `problems`.
    package init(_ problems: [SettingsProblem]) {
        self.problems = problems
    }
}

extension SettingsError: CustomStringConvertible {
    /// One line for each problem.
    package var description: String {
        problems.map(\.text).joined(separator: "\n")
    }
}
