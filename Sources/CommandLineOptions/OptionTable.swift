/// Names with what they stand for beside them, as help texts show them.
package struct OptionTable {
    /// A name and its text.
    package typealias Row = (name: String, text: String)

    private static let longestName = 24
    private static let textWidth = 78
    private let rows: [Row]

    /// A table of any rows.
    package init(_ rows: [Row]) {
        self.rows = rows
    }

    /// A table of options.
    package init(_ options: [OptionDescription]) {
        self.init(options.map { ($0.synopsis, $0.help) })
    }

    /// A table of what a command takes.
    init(_ command: CommandDescription) {
        let argument = command.argument.flatMap { argument in argument.help.map { (argument.name, $0) } }
        self.init([argument].compactMap(\.self) + command.options.map { ($0.synopsis, $0.help) })
    }

    /// The lines of the table.
    package var text: String {
        let width = 2 + min(Self.longestName, rows.map(\.name.count).max() ?? 0)
        let indent = "\n" + String(repeating: " ", count: width + 2)
        return rows.map { row in
            let gap = String(repeating: " ", count: max(2, width - row.name.count))
            return "  " + row.name + gap + Self.wrapped(row.text).joined(separator: indent)
        }
        .joined(separator: "\n")
    }

    private static func wrapped(_ text: String) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].count + word.count >= textWidth { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines
    }
}
