import LocalServiceKit

/// One value of a message or of a policy, as filters compare them.
enum FilterValue: Sendable, Hashable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case null

    /// A number as filters compare it: AWS looks at six digits behind the point.
    static func comparable(_ number: Double) -> FilterValue {
        let scaled = (number * 1e6).rounded()
        return .number(scaled.isFinite ? scaled / 1e6 : number)
    }

    /// The value of a JSON value; nil for arrays and objects.
    init?(_ value: WireValue) {
        switch value {
        case .string(let text): self = .text(text)
        case .number(let text): self = .comparable(Double(text) ?? .nan)
        case .bool(let flag): self = .flag(flag)
        case .null: self = .null
        case .array, .object, .encoded: return nil
        }
    }

    /// The text, where this is one.
    var text: String? { if case .text(let text) = self { text } else { nil } }
}
