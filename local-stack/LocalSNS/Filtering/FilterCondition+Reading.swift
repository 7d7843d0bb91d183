import LocalServiceKit

extension FilterCondition {
    /// Reads one element of a key's list.
    init(_ element: WireValue) throws(FilterPolicyError) {
        if let value = FilterValue(element) {
            self = .equals(value)
            return
        }
        guard case .object(let match) = element, let member = match.members.first else {
            throw FilterPolicyError("Match value must be String, number, true, false, or null")
        }
        guard match.members.count == 1 else {
            throw FilterPolicyError("Only one key allowed in match expression")
        }
        self = try Self.match(member.name, member.value)
    }

    private static func match(
        _ kind: String,
        _ value: WireValue
    ) throws(FilterPolicyError) -> FilterCondition {
        switch kind {
        case "equals-ignore-case": return .equalsIgnoringCase(try text(value, kind))
        case "prefix": return .prefix(try text(value, kind))
        case "suffix": return .suffix(try text(value, kind))
        // AWS has this text for both.
        case "cidr": return .address(try AddressRange(try text(value, "prefix")))
        case "anything-but": return try anythingBut(value)
        case "exists":
            guard case .bool(let isWanted) = value else {
                throw FilterPolicyError("exists match pattern must be either true or false.")
            }
            return .exists(isWanted)
        case "numeric":
            guard case .array(let elements) = value else {
                throw FilterPolicyError("Value of numeric must be an array.")
            }
            return .numeric(try NumericRange(elements))
        default: throw FilterPolicyError("Unrecognized match type \(kind)")
        }
    }

    private static func anythingBut(_ value: WireValue) throws(FilterPolicyError) -> FilterCondition {
        switch value {
        case .object(let object):
            guard let member = object.members.first, object.members.count == 1 else {
                throw FilterPolicyError("Only one key allowed in match expression")
            }
            switch member.name {
            case "prefix": return .notPrefix(try text(member.value, "prefix"))
            case "suffix": return .notSuffix(try text(member.value, "suffix"))
            default: throw FilterPolicyError("Unsupported anything-but pattern: \(member.name)")
            }
        case .array(let elements):
            guard !elements.isEmpty else { throw FilterPolicyError("Empty arrays are not allowed") }
            var values: [FilterValue] = []
            for element in elements { values.append(try excluded(element)) }
            return .anythingBut(values)
        default: return .anythingBut([try excluded(value)])
        }
    }

    private static func excluded(_ value: WireValue) throws(FilterPolicyError) -> FilterValue {
        guard let value = FilterValue(value) else {
            throw FilterPolicyError("Match value must be String, number, true, false, or null")
        }
        return value
    }

    private static func text(_ value: WireValue, _ kind: String) throws(FilterPolicyError) -> String {
        guard let text = value.text else { throw FilterPolicyError("\(kind) match pattern must be a string") }
        return text
    }
}
