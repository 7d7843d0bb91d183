import FoundationEssentials
import Glibc

/// How much memory a process uses, as the kernel counts it.
struct MemoryUse: Hashable {
    /// Resident bytes of the process and its children now.
    var residentByteCount = 0
    /// The most the process itself had resident since it was started.
    var peakByteCount = 0

    /// The larger of both.
    var greatest: Int { max(residentByteCount, peakByteCount) }

    /// Reads `/proc`; nil where the process has ended.
    init?(process: pid_t) {
        guard let own = Self.status(process), let peak = own["VmHWM"] else { return nil }
        peakByteCount = peak
        residentByteCount = (own["VmRSS"] ?? 0) + Self.childrenByteCount(process)
    }

    private static func childrenByteCount(_ process: pid_t) -> Int {
        children(process).reduce(0) { sum, child in
            sum + (status(child)?["VmRSS"] ?? 0) + childrenByteCount(child)
        }
    }

    private static func children(_ process: pid_t) -> [pid_t] {
        let list = text("/proc/\(process)/task/\(process)/children") ?? ""
        return list.split(separator: " ").compactMap { pid_t($0) }
    }

    /// The sizes in `/proc/{process}/status`, which are given in KiB, as bytes.
    private static func status(_ process: pid_t) -> [Substring: Int]? {
        guard let text = text("/proc/\(process)/status") else { return nil }
        var sizes: [Substring: Int] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("Vm") {
            let words = line.split { $0 == ":" || $0 == "\t" || $0 == " " }
            if words.count == 3, let kibibytes = Int(words[1]) { sizes[words[0]] = kibibytes * 1_024 }
        }
        return sizes
    }

    private static func text(_ path: String) -> String? {
        (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) }
    }
}
