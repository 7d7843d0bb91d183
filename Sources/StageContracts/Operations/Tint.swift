/// A colour mixed into the picture.
package struct Tint: Encodable, Equatable, Sendable {
    /// The colour.
    package let color: Color
    /// From 0 (not at all) to 1.
    package let amount: Double
}

extension Tint: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("color")
        amount = reader.number("amount", in: 0...1) ?? 0.5
        guard let color: Color = reader.text("color") else { return nil }
        self.color = color
    }
}
