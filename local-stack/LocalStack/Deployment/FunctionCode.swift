import Glibc
import LocalLambda

/// Looks whether the functions' executables are there before anything waits for them.
enum FunctionCode {
    /// Throws `StartFailure.machine` naming every function without one.
    static func check(_ functions: [FunctionDefinition]) throws(StartFailure) {
        let missing = functions.filter { access($0.executablePath, X_OK) != 0 }
        if missing.isEmpty { return }
        let names = missing.map { "\($0.name): no executable \($0.executablePath)" }
        throw .machine("functions are not built (make build):\n  " + names.joined(separator: "\n  "))
    }
}
