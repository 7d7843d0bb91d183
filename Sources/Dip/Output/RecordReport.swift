import PipelineClient
import StageContracts

/// A record for people: a line about the request, and one for each file that was made.
struct RecordReport {
    let record: Record
    let files: [SavedOutput]

    /// The whole report.
    var lines: [String] { [headline] + table(rows) + puzzle }

    /// The files that were made, in columns.
    var outputs: [String] { table(rows) + puzzle }

    /// What the owner may not expect.
    var warnings: [String] { record.warnings.map { "note: \($0.text.oneLine)" } }

    private var headline: String {
        var parts = ["\(record.requestId)", record.status.rawValue]
        if !record.status.isTerminal { parts.append("\(record.progress) %") }
        if let source = record.source, let format = source.format, let width = source.width,
            let height = source.height
        {
            parts.append("from \(width) × \(height) \(format.rawValue), \(ByteCount(source.bytes ?? 0))")
        }
        return parts.joined(separator: "  ")
    }

    private var rows: [[String]] {
        record.outputs.map { output in
            let size = "\(output.width) × \(output.height)"
            return [
                output.name, size, output.format.rawValue, ByteCount(output.bytes).description,
                place(of: output.name, link: output.url),
            ]
        }
    }

    private var puzzle: [String] {
        guard let puzzle = record.puzzle else { return [] }
        let grid = "\(puzzle.rows) × \(puzzle.columns) pieces, seed \(puzzle.seed)"
        return ["puzzle  \(grid)  \(place(of: "puzzle", link: puzzle.url))"]
    }

    private func place(of name: String, link: String?) -> String {
        files.first { $0.name == name }?.path ?? link ?? "-"
    }

    private func table(_ rows: [[String]]) -> [String] {
        guard let first = rows.first else { return [] }
        let widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return padded.dropLast().joined(separator: "  ") + "  " + (row.last ?? "")
        }
    }
}
