import Glibc

/// The memory of this process.
enum ResidentMemory {
    /// The most bytes that were resident so far.
    ///
    /// `getrusage` would answer for whoever started this program, too, when that was larger: Linux keeps that maximum
    /// over `exec` (`setmax_mm_hiwater_rss` in fs/exec.c). The `VmHWM` line of proc(5) is this program's own.
    static var peakByteCount: Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            guard text.hasPrefix("VmHWM:") else { continue }
            return (Int(text.filter(\.isNumber)) ?? 0) * 1024
        }
        return 0
    }
}
