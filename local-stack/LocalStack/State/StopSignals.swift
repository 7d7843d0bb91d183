import Glibc

/// Waits for the user or the system to end the program.
struct StopSignals {
    private var signals = sigset_t()

    /// Keeps `SIGINT`, `SIGTERM` and `SIGHUP` from ending the process; to be made before any other thread is.
    init() {
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGHUP)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Waits until one of them arrives.
    mutating func wait() {
        var received: Int32 = 0
        _ = sigwait(&signals, &received)
    }
}
