/// A colour behind transparent parts.
package struct BackgroundFill: Encodable, Equatable, Sendable {
    /// The colour.
    package let color: Color
}

extension BackgroundFill: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("color")
        guard let color: Color = reader.text("color") else { return nil }
        self.color = color
    }
}
