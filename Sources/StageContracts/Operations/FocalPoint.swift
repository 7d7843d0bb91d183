/// The point of a picture that matters most, in shares of its width and height.
package struct FocalPoint: Encodable, Equatable, Sendable {
    /// From 0 (left) to 1.
    package let x: Double
    /// From 0 (top) to 1.
    package let y: Double
}

extension FocalPoint: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("x", "y")
        let x = reader.number("x", in: 0...1)
        let y = reader.number("y", in: 0...1)
        guard let x, let y else { return nil }
        self.init(x: x, y: y)
    }
}
