/// The `srcset` of an HTML image (HTML Standard, 4.8.4.2.1): addresses with the widths of what lies there.
package struct SourceSet: Equatable, Sendable {
    /// The attribute's value; empty without pictures.
    package let text: String

    /// Writes a set of outputs that show the same picture, each width once.
    package init(_ outputs: [Output]) {
        var widths: Set<Int> = []
        let candidates = outputs.sorted { $0.width < $1.width }.compactMap { output -> String? in
            guard let url = output.url, widths.insert(output.width).inserted else { return nil }
            return "\(url) \(output.width)w"
        }
        text = candidates.joined(separator: ", ")
    }
}
