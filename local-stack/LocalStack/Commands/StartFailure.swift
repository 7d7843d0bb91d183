import CloudTemplate

/// Why the program ends before it serves anything.
enum StartFailure: Error {
    /// The template cannot be used.
    case template(TemplateError)
    /// Something on this machine stands in the way.
    case machine(String)

    /// What the user is told.
    var lines: [String] {
        switch self {
        case .template(let error): error.problems.map(\.description)
        case .machine(let reason): ["local-stack: \(reason)"]
        }
    }

    /// What the program ends with.
    var exitStatus: Int32 {
        switch self {
        case .template: 2
        case .machine: 1
        }
    }
}
