// The texts of the errors are those of AWS's JSON services.
extension WireDecoder {
    /// The value as an object; throws where it is something else.
    package func object() throws(WireError) -> WireObject {
        switch value {
        case .object(let object): return object
        case .array: throw .mismatch("Unrecognized collection type")
        default: throw .mismatch("Unexpected value type in payload")
        }
    }

    /// The value as a list; throws where it is something else.
    package func elements() throws(WireError) -> [WireValue] {
        switch value {
        case .array(let elements): return elements
        // A form has no other way to write an empty list.
        case .string("") where isTextual: return []
        case .object: throw .mismatch("Start of structure or map found where not expected")
        default: throw .mismatch("Unexpected field type")
        }
    }

    /// A text.
    package func string() throws(WireError) -> String {
        guard case .string(let text) = value else { throw value.conversionProblem(to: "String") }
        return text
    }

    /// A truth value; JSON services take some texts for it, too.
    package func bool() throws(WireError) -> Bool {
        switch value {
        case .bool(let flag): return flag
        case .string(let text):
            switch text.lowercased() {
            case "true", "1", "yes": return true
            case "false", "0", "no": return false
            default: throw .mismatch("Unexpected token received from parser")
            }
        default: throw value.conversionProblem(to: "Boolean")
        }
    }

    /// A whole number; JSON services cut off what follows the point.
    func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws(WireError) -> Number {
        guard let text = numberText else { throw value.conversionProblem(to: "Integer") }
        let number = Number(text) ?? Double(text).flatMap { Number(exactly: $0.rounded(.down)) }
        guard let number else { throw value.conversionProblem(to: "Integer") }
        return number
    }

    /// A number with a fraction.
    func floatingPoint() throws(WireError) -> Double {
        guard let number = numberText.flatMap(Double.init) else {
            throw value.conversionProblem(to: "Double")
        }
        return number
    }

    private var numberText: String? {
        switch value {
        case .number(let text): text
        case .string(let text) where isTextual: text
        default: nil
        }
    }
}

extension WireValue {
    /// The error for a value that should have been of that type.
    func conversionProblem(to type: String) -> WireError {
        switch self {
        case .null, .encoded: .mismatch("NULL_VALUE cannot be converted to \(type)")
        case .bool(let flag): .mismatch("\(flag ? "TRUE" : "FALSE")_VALUE cannot be converted to \(type)")
        case .number(let text):
            .mismatch("\(text.contains(".") ? "DECIMAL" : "NUMBER")_VALUE cannot be converted to \(type)")
        case .string: .mismatch("STRING_VALUE cannot be converted to \(type)")
        case .array: .mismatch("Unrecognized collection type class java.lang.\(type)")
        case .object: .mismatch("Start of structure or map found where not expected")
        }
    }
}
