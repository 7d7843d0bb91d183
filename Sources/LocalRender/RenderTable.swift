import StageContracts

/// A report for people.
struct RenderTable {
    private let report: RenderReport
    private let times: StepTimes

    init(_ report: RenderReport, _ times: StepTimes) {
        (self.report, self.times) = (report, times)
    }

    /// The outputs as a table, then what the run took.
    var lines: [String] {
        let head = ["name", "format", "size", "bytes", "ready ms"]
        let rows = [head] + report.outputs.map(Self.row)
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let table = rows.map { Self.line($0, widths) }
        let steps = times.steps.map { "\($0.name) \($0.milliseconds) ms" }.joined(separator: ", ")
        let megabytes = Double(report.peakResidentBytes / 104_858) / 10
        return table + ["", "\(steps); at most \(megabytes) MiB resident"]
            + report.warnings.map { "warning: \($0.text.escapingControlCharacters)" }
    }

    private static func row(_ output: RenderReport.Output) -> [String] {
        let size = "\(output.width) × \(output.height)"
        return [output.name, output.format.rawValue, size, "\(output.bytes)", "\(output.milliseconds)"]
    }

    /// Texts to the left, numbers to the right.
    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        zip(cells, widths).enumerated().map { column, cell in
            let space = String(repeating: " ", count: cell.1 - cell.0.count)
            return column < 2 ? cell.0 + space : space + cell.0
        }.joined(separator: "  ")
    }
}
