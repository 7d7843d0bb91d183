/// Cutting off a border of one colour.
package struct Trim: Encodable, Equatable, Sendable {
    /// How far a pixel may differ from the border's colour: 0 (equal) to 1.
    package let tolerance: Double
    /// The border's colour; nil for that of the corner.
    package let color: Color?
}

extension Trim: ReadableObject {
    init?(reading reader: ObjectReader) {
        tolerance = reader.number("tolerance", in: 0...1) ?? 0.05
        color = reader.text("color")
    }
}
