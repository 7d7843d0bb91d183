import CLinux
import Glibc

/// Starts processes with a group, directory, environment and descriptors of their own.
enum Spawner {
    /// Starts a process and answers its id, which is its group's id too; an output of -1 is `/dev/null`.
    static func spawn(
        _ description: ProcessDescription,
        outputs: (Int32, Int32)
    ) throws(SpawnError) -> pid_t {
        var process: pid_t = 0
        let variables = description.environment.map { "\($0.key)=\($0.value)" }
        let code = withCStrings([description.executable] + description.arguments) { arguments in
            withCStrings(variables) { variables in
                withCStrings([description.executable, description.workingDirectory]) { paths in
                    var request = clinux_request(
                        path: paths[0],
                        arguments: arguments,
                        variables: variables,
                        directory: paths[1],
                        descriptors: (description.standardInput ?? -1, outputs.0, outputs.1),
                        has_own_session: description.hasOwnSession
                    )
                    return clinux_spawn(&request, &process)
                }
            }
        }
        guard code == 0 else { throw SpawnError(code: code) }
        return process
    }

    /// Lends the texts as a null-terminated array of C strings.
    private static func withCStrings(
        _ texts: [String],
        _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) -> Int32 {
        var pointers = texts.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else {
                preconditionFailure("the array ends with a null pointer")
            }
            return body(base)
        }
    }
}
