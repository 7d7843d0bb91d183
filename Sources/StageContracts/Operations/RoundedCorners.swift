/// Corners rounded off.
package struct RoundedCorners: Encodable, Equatable, Sendable {
    /// Radius as a share of the shorter side: above 0, to 0.5.
    package let radius: Double
    /// What lies behind the corners; nil for transparent.
    package let background: Color?
}

extension RoundedCorners: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("radius")
        background = reader.text("background")
        guard let radius = reader.number("radius", in: 0.001...0.5) else { return nil }
        self.radius = radius
    }
}
