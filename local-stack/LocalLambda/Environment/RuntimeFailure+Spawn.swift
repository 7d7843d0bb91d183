import Glibc

extension RuntimeFailure {
    /// Says why a function's file could not be started, in the words of Lambda (those of Go's `os/exec`).
    init(_ error: SpawnError, starting function: FunctionDefinition) {
        let path = function.executablePath
        if access(function.codeDirectory, X_OK) != 0 {
            self = .cannotStart(
                type: "Runtime.InvalidWorkingDir",
                reason: "chdir \(function.codeDirectory): \(Self.text(errno))"
            )
        } else if error.code == ENOENT, access(path, F_OK) != 0 {
            self = .cannotStart(
                type: "Runtime.InvalidEntrypoint",
                reason: "Couldn't find valid bootstrap(s): [\(path)]"
            )
        } else {
            self = .cannotStart(
                type: "Runtime.InvalidEntrypoint",
                reason: "fork/exec \(path): \(Self.text(error.code))"
            )
        }
    }

    private static func text(_ code: Int32) -> String {
        String(cString: strerror(code)).lowercased()
    }
}
