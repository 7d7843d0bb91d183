/// A change of brightness, contrast or saturation.
package struct Adjustment: Encodable, Equatable, Sendable {
    /// From -1 (none left) by 0 (as it is) to 1 (doubled).
    package let amount: Double
}

extension Adjustment: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("amount")
        guard let amount = reader.number("amount", in: -1...1) else { return nil }
        self.amount = amount
    }
}
