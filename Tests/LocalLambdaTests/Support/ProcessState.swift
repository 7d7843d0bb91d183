import Foundation

/// What the kernel says of processes.
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

    /// Waits until the process runs no more; whoever inherited it may not have waited for it yet.
    static func waitForEnd(_ id: Int32) async {
        while let letter = letter(id), letter != "Z" { await Task.yield() }
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
