import Glibc

/// Ends a run between two rows when somebody asks for it, so that files begun are removed before the process ends.
enum StopSignal {
    // Written by the handler alone, read by the thread that works; a value of this type is written at once (POSIX signal.h).
    private nonisolated(unsafe) static var received: sig_atomic_t = 0

    /// Whether the process was asked to end.
    static var isReceived: Bool { received != 0 }

    /// Takes SIGINT, SIGTERM and SIGHUP, each once: the second one ends the process as ever.
    static func take() {
        var numbers = sigset_t()
        sigemptyset(&numbers)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            sigaddset(&numbers, number)
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { StopSignal.received = $0 }
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
            sigaction(number, &action, nil)
        }
        // Whoever starts programs from a pool of threads may hand down that these are blocked.
        sigprocmask(SIG_UNBLOCK, &numbers, nil)
    }

    /// Ends the process as the signal would have, if there was one: whoever started it sees why.
    static func passOn() {
        guard isReceived else { return }
        signal(received, SIG_DFL)
        raise(received)
    }
}
