import CLinux
import Foundation
import Testing

/// What the kernel says of processes.
enum ProcessState {
    /// The letter of `/proc/{id}/stat`, such as `T` for a stopped one; nil where there is no such process.
    static func letter(_ id: Int32) -> Character? {
        guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else { return nil }
        return text.split(separator: ")").last?.drop { $0 == " " }.first
    }

    /// Waits until a child of this process stands still (waitid(2)); an error where it ends instead.
    static func waitForStop(_ id: Int32) async throws {
        try await Waiting.call("stop of process \(id)") {
            var information = siginfo_t()
            waitid(P_PID, id_t(id), &information, WSTOPPED | WEXITED | WNOWAIT)
        }
        try #require(letter(id) == "T")
    }

    /// Waits until the process runs no more (pidfd_open(2)); whoever started it may not have waited for it yet.
    static func waitForEnd(_ id: Int32) async throws {
        var descriptor: Int32 = -1
        let code = clinux_process_descriptor(id, &descriptor)
        if code == ESRCH { return }
        try #require(code == 0)
        defer { close(descriptor) }
        try await Waiting.call("end of process \(id)") { [descriptor] in
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            poll(&request, 1, -1)
        }
    }

    /// The processes whose command line contains a text.
    static func ids(commandLineContains text: String) -> [Int32] {
        let ids = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int32($0) }
        return (ids ?? []).filter { id in
            let line = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") ?? Data()
            return String(decoding: line, as: UTF8.self).contains(text)
        }
    }
}
