/// How strongly an effect is mixed in.
package struct Strength: Encodable, Equatable, Sendable {
    /// From 0 (not at all) to 1.
    package let amount: Double
}

extension Strength: ReadableObject {
    init?(reading reader: ObjectReader) {
        amount = reader.number("amount", in: 0...1) ?? 1
    }
}
