import Glibc
import Synchronization

/// What Ctrl-C does: the request goes on by itself, so the program only says how to come back to it.
enum Interruption {
    /// The text to write, as C reads it; kept until the process ends.
    private static let farewell = Atomic<UInt>(0)

    /// Ends the program on Ctrl-C from now on, with the exit status that shells expect.
    static func listen() {
        for number in [SIGINT, SIGTERM] {
            // Only calls that POSIX allows in a signal's handler.
            signal(number) { number in
                if let text = UnsafePointer<CChar>(
                    bitPattern: Interruption.farewell.load(ordering: .acquiring)
                ) {
                    _ = write(STDERR_FILENO, text, strlen(text))
                }
                _exit(128 + number)
            }
        }
    }

    /// Sets what is said at the end.
    static func say(_ text: String) {
        guard let copy = strdup(text) else { return }
        farewell.store(UInt(bitPattern: copy), ordering: .releasing)
    }
}
