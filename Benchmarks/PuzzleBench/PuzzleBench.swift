import Foundation
import Imaging
import Jigsaw

/// Cuts a photograph, writes the puzzle's files into a directory and says what it cost.
struct PuzzleBench {
    static let usage =
        "puzzle-bench PHOTO ROWS COLUMNS WIDTH(0: the photo's) DIRECTORY [webp|png] [SEED] [STYLE]"

    private let photo: String
    private let directory: String
    private let encoding: Imaging.Encoding
    private let specification: PuzzleSpecification

    init(_ arguments: ArraySlice<String>) throws {
        let words = Array(arguments)
        guard words.count >= 5, let rows = Int(words[1]), let columns = Int(words[2]),
            let width = Int(words[3])
        else { throw BenchError(Self.usage) }
        (photo, directory) = (words[0], words[4])
        var fast = Imaging.Encoding.PNGOptions()
        fast.compressionLevel = 1
        encoding = words.count > 5 && words[5] == "png" ? .png(fast) : PuzzlePlan.sheetEncoding
        specification = PuzzleSpecification(
            rows: rows,
            columns: columns,
            width: width == 0 ? nil : width,
            seed: words.count > 6 ? Int(words[6]) ?? 7 : 7,
            style: words.count > 7 ? words[7] : PuzzleStyle.classic.rawValue
        )
    }

    /// The report, as one line of JSON.
    func run() throws -> String {
        let clock = ContinuousClock()
        let start = clock.now
        let source = Array(try Data(contentsOf: URL(filePath: photo)))
        let plan = try PuzzlePlan(specification, source: ImageInfo(reading: source).size)
        let planned = clock.now
        var sheets: [PuzzleSheet] = []
        try Renderer().render(source, [], taps: [plan.tap(encoding: encoding) { sheets.append($0) }]) {
            _,
            _ in
        }
        let cut = clock.now
        let format = encoding.format.rawValue
        let document = PuzzleDocument(plan) { "puzzle-\($0 + 1).\(format)" }
        let json = document.json
        let end = clock.now
        try write(sheets, document, json)
        return report([start, planned, cut, end], plan, sheets, jsonByteCount: json.count)
    }

    private func write(_ sheets: [PuzzleSheet], _ document: PuzzleDocument, _ json: [UInt8]) throws {
        let folder = URL(filePath: directory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for sheet in sheets {
            try Data(sheet.bytes).write(to: folder.appending(path: document.sheets[sheet.index].file))
        }
        try Data(json).write(to: folder.appending(path: "puzzle.json"))
    }

    private func report(
        _ moments: [ContinuousClock.Instant],
        _ plan: PuzzlePlan,
        _ sheets: [PuzzleSheet],
        jsonByteCount: Int
    ) -> String {
        let spans = zip(moments, moments.dropFirst()).map { Int(($1 - $0) / .milliseconds(1)) }
        let used = plan.pieces.reduce(0) { $0 + $1.box.pixelCount }
        let area = plan.sheets.reduce(0) { $0 + $1.pixelCount }
        let fields: [(String, Int)] = [
            ("plan_ms", spans[0]), ("cut_ms", spans[1]), ("json_ms", spans[2]),
            ("total_ms", spans.reduce(0, +)),
            ("peak_kb", Self.peakMemory), ("pieces", plan.pieces.count),
            ("picture_pixels", plan.size.pixelCount), ("sheets", sheets.count), ("sheet_pixels", area),
            ("filled_percent", 100 * used / area), ("sheet_bytes", sheets.reduce(0) { $0 + $1.bytes.count }),
            ("json_bytes", jsonByteCount),
        ]
        return "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    }

    /// Kilobytes of the process at its largest, as Linux counts them from its start (proc(5), VmHWM).
    private static var peakMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
    }
}
