/// An unsharp mask.
package struct Sharpen: Encodable, Equatable, Sendable {
    /// The standard deviation of the mask in pixels.
    package let sigma: Double
    /// How much of the difference is added.
    package let amount: Double
    /// The smallest difference that is sharpened, in levels.
    package let threshold: Int
}

extension Sharpen: ReadableObject {
    init?(reading reader: ObjectReader) {
        sigma = reader.number("sigma", in: 0.1...250) ?? 1
        amount = reader.number("amount", in: 0...10) ?? 1
        threshold = reader.integer("threshold", in: 0...255) ?? 0
    }
}
