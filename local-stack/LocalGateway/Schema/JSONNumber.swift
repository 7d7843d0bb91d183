/// The value of a JSON number.
struct JSONNumber {
    let value: Double

    init?(_ digits: String) {
        guard let value = Double(digits) else { return nil }
        self.value = value
    }

    /// Whether it has no fraction; what is too large to be told has none either.
    var isInteger: Bool { value == value.rounded() }

    /// A bound as it is written in messages.
    static func text(_ bound: Double) -> String { Int(exactly: bound).map(String.init) ?? "\(bound)" }
}
