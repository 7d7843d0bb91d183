import Foundation

/// What the kernel says of a process.
enum ProcessState {
    /// The letter of `/proc/{id}/stat`, such as `T` for a stopped one; nil where there is no such process.
    static func letter(_ id: Int32) -> Character? {
        guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else { return nil }
        return text.split(separator: ")").last?.drop { $0 == " " }.first
    }

    /// Waits until the process has that letter; the suite's time limit ends it.
    static func wait(_ id: Int32, for wanted: Character?) async {
        while letter(id) != wanted { await Task.yield() }
    }
}
