import CLinux
import FoundationEssentials
import Glibc

/// Ends all functions when this process ends, however it ends.
///
/// It is a shell that reads a pipe whose only writing end is here. When the pipe ends, it kills every process whose
/// environment has this watchdog's mark, until there is none. `PR_SET_PDEATHSIG` would not do: it is tied to the thread that
/// forked, not to the process, and spares a function's own children.
@LambdaActor
final class OrphanWatchdog {
    /// The variable that marks a function's process; its children inherit it.
    static let variable = "LOCAL_STACK_WATCHDOG"

    /// The value of the variable.
    let mark = UUID().uuidString
    private var writeEnd: Int32 = -1
    private var shell: ChildProcess?

    /// What `grep` prints counts, not its status: other users' processes cannot be read.
    private static let script = """
        trap '' HUP INT TERM
        while read -r _; do :; done
        while found=$(grep -las -e "$1" /proc/[0-9]*/environ); [ -n "$found" ]; do
            for file in $found; do
                process=${file#/proc/}
                kill -KILL "${process%/environ}"
            done
            sleep 0.05
        done
        """

    /// Starts the shell, unless it runs.
    func start() throws(SpawnError) {
        guard shell == nil else { return }
        var readEnd: Int32 = -1
        let code = clinux_pipe(&readEnd, &writeEnd)
        guard code == 0 else { throw SpawnError(code: code) }
        defer { close(readEnd) }
        let description = ProcessDescription(
            executable: "/bin/sh",
            arguments: ["-c", Self.script, "local-stack-watchdog", "\(Self.variable)=\(mark)"],
            environment: ["PATH": "/usr/bin:/bin"],
            standardInput: readEnd,
            hasOwnSession: true
        )
        shell = try ChildProcess(description, onLine: nil) { [weak self] _ in self?.stop() }
    }

    /// Lets the shell end; functions that still run are killed.
    func stop() {
        if writeEnd >= 0 { close(writeEnd) }
        writeEnd = -1
        shell = nil
    }
}
