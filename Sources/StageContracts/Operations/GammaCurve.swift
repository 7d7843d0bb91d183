/// A power curve over the levels.
package struct GammaCurve: Encodable, Equatable, Sendable {
    /// The exponent's reciprocal: above 1 brightens the shadows.
    package let value: Double
}

extension GammaCurve: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("value")
        guard let value = reader.number("value", in: 0.1...10) else { return nil }
        self.value = value
    }
}
