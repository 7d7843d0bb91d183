/// A turn of the picture.
package struct Rotation: Encodable, Equatable, Sendable {
    /// Degrees clockwise.
    package let angle: Double
    /// What fills the corners that a turn by no right angle leaves; nil for transparent.
    package let background: Color?
}

extension Rotation: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("angle")
        background = reader.text("background")
        guard let angle = reader.number("angle", in: -360...360) else { return nil }
        self.angle = angle
    }
}
