/// The labels of a series, as its line has them between the braces.
struct MetricLabels: Hashable {
    let text: String

    /// Labels of a metric's dimensions.
    init(_ dimensions: [String: String]) {
        text = dimensions.map { Self.label(MetricName.words($0.key), $0.value) }.sorted().joined(
            separator: ","
        )
    }

    private init(text: String) { self.text = text }

    /// These and one more behind them.
    func adding(_ name: String, _ value: String) -> MetricLabels {
        let label = Self.label(name, value)
        return MetricLabels(text: text.isEmpty ? label : "\(text),\(label)")
    }

    /// Nothing at all where there is no label.
    var braces: String { text.isEmpty ? "" : "{\(text)}" }

    private static func label(_ name: String, _ value: String) -> String {
        let escaped = value.reduce(into: "") { text, character in
            switch character {
            case "\\", "\"": text += "\\\(character)"
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
        return "\(name)=\"\(escaped)\""
    }
}
