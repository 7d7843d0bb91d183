import Glibc
import Imaging

/// One work on one file, some times over.
struct BenchJob {
    private let work: Work
    private let renderer: Renderer
    private let file: [UInt8]
    private let repetitions: Int

    /// Reads a line of standard input and the file that it names.
    ///
    /// - Throws: `BenchError` where the line or the file cannot be read.
    init(_ line: String) throws {
        let fields = line.split(separator: "\t").map(String.init)
        guard fields.count == 3, let repetitions = Int(fields[2]) else { throw BenchError.unknown(line) }
        (renderer, work) = try Self.work(fields[0])
        file = try FileBytes.read(fields[1])
        self.repetitions = repetitions
    }

    /// A work, and what does it: `room:3:` before its name leaves that head-room behind the decoder, `room:inf:` decodes in
    /// full.
    private static func work(_ name: String) throws -> (Renderer, Work) {
        let parts = name.split(separator: ":", maxSplits: 2).map(String.init)
        var renderer = Renderer()
        guard parts.count == 3, parts[0] == "room" else { return (renderer, try Work(name)) }
        guard let headRoom = Double(parts[1]) else { throw BenchError.unknown(name) }
        renderer.headRoom = headRoom
        return (renderer, try Work(parts[2]))
    }

    /// Milliseconds of processor time for each repetition; of the clock on the wall where `BENCH_CLOCK` says `wall`.
    ///
    /// On one idle core both are the same, and other processes on the machine do not count.
    func measure() throws -> [Double] {
        let body = try work.prepared(file, renderer)
        return try (0..<repetitions).map { _ in
            let start = Self.now
            try body()
            return Self.now - start
        }
    }

    private static let clock =
        getenv("BENCH_CLOCK").map { String(cString: $0) } == "wall"
        ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID

    private static var now: Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
    }
}
