import Foundation

/// The file `gate` beside a function's code, at which invocations wait until a test opens it.
///
/// In Python: `fcntl.flock(open("gate"), fcntl.LOCK_SH)`.
final class Gate: Sendable {
    private let descriptor: Int32

    /// A closed gate.
    init(in folder: FunctionFolder) throws {
        descriptor = Glibc.open(folder.path + "/gate", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
    }

    deinit {
        close(descriptor)
    }

    /// Lets all through that wait or come.
    func open() {
        flock(descriptor, LOCK_UN)
    }
}
