import Glibc
import Synchronization

/// Takes finished lines; tests collect them.
package protocol LogOutput: Sendable {
    /// Writes one line whole; `line` has no line break.
    func write(line: [UInt8])
}

/// Writes lines to a file descriptor, each with one `write(2)`, so that lines of several processes do not mix.
package final class FileDescriptorOutput: LogOutput {
    private let descriptor: Mutex<CInt>

    /// Writes to `descriptor`, which stays open and is the caller's.
    package init(_ descriptor: CInt) {
        self.descriptor = Mutex(descriptor)
    }

    /// The process's standard output, which Lambda and Kubernetes collect.
    package static let standardOutput = FileDescriptorOutput(STDOUT_FILENO)

    /// Writes the line and its line break; gives up silently when nobody can read it any more.
    package func write(line: [UInt8]) {
        let bytes = line + [UInt8(ascii: "\n")]
        descriptor.withLock { descriptor in
            var rest = bytes[...]
            while !rest.isEmpty, let written = Self.write(rest, to: descriptor) {
                rest = rest.dropFirst(written)
            }
        }
    }

    /// - Returns: How many bytes the kernel took, `nil` when the descriptor is of no use.
    private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: CInt) -> Int? {
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if written >= 0 { return written }
        switch errno {
        case EINTR:
            return 0
        case EAGAIN:
            var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            poll(&request, 1, -1)
            return 0
        default:
            return nil
        }
    }
}
