/// What a filter policy demands of a value.
enum FilterCondition: Sendable, Hashable {
    case equals(FilterValue)
    case equalsIgnoringCase(String)
    case prefix(String)
    case suffix(String)
    case numeric(NumericRange)
    case address(AddressRange)
    case anythingBut([FilterValue])
    case notPrefix(String)
    case notSuffix(String)
    /// Whether the key is to be there.
    case exists(Bool)

    /// Whether one of the key's values meets the condition; nil where the message has no such key.
    func accepts(_ values: [FilterValue]?) -> Bool {
        if case .exists(let isWanted) = self { return (values != nil) == isWanted }
        return values?.contains(where: accepts) ?? false
    }

    private func accepts(_ value: FilterValue) -> Bool {
        switch self {
        case .equals(let wanted): value == wanted
        case .equalsIgnoringCase(let text): value.text?.lowercased() == text.lowercased()
        case .prefix(let prefix): value.text?.hasPrefix(prefix) ?? false
        case .suffix(let suffix): value.text?.hasSuffix(suffix) ?? false
        case .numeric(let range): range.contains(value)
        case .address(let range): value.text.map(range.contains) ?? false
        case .anythingBut(let values): !values.contains(value)
        case .notPrefix(let prefix): value.text.map { !$0.hasPrefix(prefix) } ?? false
        case .notSuffix(let suffix): value.text.map { !$0.hasSuffix(suffix) } ?? false
        case .exists: false
        }
    }
}
