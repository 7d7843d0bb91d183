import Glibc

/// How a process ended.
enum ExitStatus: Hashable, Sendable {
    /// It ended by itself with this code.
    case exited(Int32)
    /// This signal ended it.
    case signalled(Int32)

    /// Reads the status that `waitpid` wrote.
    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7F
        self = signal == 0 ? .exited(waitStatus >> 8 & 0xFF) : .signalled(signal)
    }

    /// What Lambda says of it: the words of Go's `os.ProcessState`.
    var reason: String {
        switch self {
        case .exited(0): "Runtime exited without providing a reason"
        case .exited(let code): "Runtime exited with error: exit status \(code)"
        case .signalled(let number):
            "Runtime exited with error: signal: \(Self.signalNames[number] ?? "signal \(number)")"
        }
    }

    private static let signalNames: [Int32: String] = [
        SIGHUP: "hangup", SIGINT: "interrupt", SIGQUIT: "quit", SIGILL: "illegal instruction",
        SIGTRAP: "trace/breakpoint trap", SIGABRT: "aborted", SIGBUS: "bus error",
        SIGFPE: "floating point exception", SIGKILL: "killed", SIGUSR1: "user defined signal 1",
        SIGSEGV: "segmentation fault", SIGUSR2: "user defined signal 2", SIGPIPE: "broken pipe",
        SIGALRM: "alarm clock", SIGTERM: "terminated", SIGXCPU: "CPU time limit exceeded",
        SIGXFSZ: "file size limit exceeded", SIGSYS: "bad system call",
    ]
}
