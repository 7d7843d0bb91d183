import FoundationEssentials

/// The variables that a process was started with; a variable that is empty counts as not set.
package struct Environment: Sendable, Hashable {
    /// Every variable as it was given, the empty ones too.
    package let variables: [String: String]

    /// Makes an environment of `variables`.
    package init(_ variables: [String: String]) {
        self.variables = variables
    }

    /// This process's environment: the only place that reads it, once at start.
    package static func ofProcess() -> Environment {
        Environment(ProcessInfo.processInfo.environment)
    }

    /// The variable's value, `nil` when it is not set or empty.
    package subscript(name: String) -> String? {
        guard let value = variables[name], !value.isEmpty else { return nil }
        return value
    }
}
