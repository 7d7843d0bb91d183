import Foundation

/// What the kernel says of processes.
enum ProcessState {
    /// The letter of `/proc/{id}/stat`, such as `T` for a stopped one; nil where there is no such process.
    static func letter(_ id: Int32) -> Character? {
        guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else { return nil }
        return text.split(separator: ")").last?.drop { $0 == " " }.first
    }

    /// Waits until the process has that letter.
    static func wait(_ id: Int32, for wanted: Character?) async throws {
        let what = "process \(id) that is \(wanted.map(String.init) ?? "gone")"
        try await Waiting.until(what) { letter(id) == wanted }
    }

    /// Waits until the process runs no more; whoever inherited it may not have waited for it yet.
    static func waitForEnd(_ id: Int32) async throws {
        try await Waiting.until("end of process \(id)") { [nil, "Z"].contains(letter(id)) }
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
