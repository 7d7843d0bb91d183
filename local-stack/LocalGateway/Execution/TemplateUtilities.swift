import FoundationEssentials
import LocalHTTP
import LocalJSON

/// `$util` of mapping templates.
final class TemplateUtilities: VelocityObject {
    func property(_ name: String) -> VelocityValue? { nil }

    func call(_ method: String, _ arguments: [VelocityValue]) throws(VelocityFault) -> VelocityValue? {
        guard arguments.count == 1 else { return nil }
        let text = arguments[0].printed ?? ""
        switch method {
        case "escapeJavaScript": return .text(Self.escapedForJavaScript(text))
        case "urlEncode":
            return .text(
                PercentEncoding.encode(text, keeping: "* ").replacing(" ", with: "+").replacing(
                    "~",
                    with: "%7E"
                )
            )
        case "urlDecode": return .text(try Self.decoded(PercentEncoding.decodeForm(text), method))
        case "base64Encode": return .text(Data(text.utf8).base64EncodedString())
        case "base64Decode":
            let bytes = Data(base64Encoded: text).map(Array.init)
            return .text(try Self.decoded(bytes.flatMap { String(validating: $0, as: UTF8.self) }, method))
        case "parseJson": return try Self.parsed(text)
        default: return nil
        }
    }

    private static func decoded(_ text: String?, _ method: String) throws(VelocityFault) -> String {
        guard let text else { throw VelocityFault(reason: "$util.\(method)() cannot decode its argument") }
        return text
    }

    private static func parsed(_ text: String) throws(VelocityFault) -> VelocityValue {
        do throws(JSONSyntaxError) {
            return VelocityValue(try JSONValue(json: text))
        } catch {
            throw VelocityFault(
                reason: "$util.parseJson(): not JSON: \(error.reason) at byte \(error.offset)"
            )
        }
    }

    /// Escapes as Apache Commons' `escapeJavaScript` does, which API Gateway uses: single quotes too, which JSON forbids.
    private static func escapedForJavaScript(_ text: String) -> String {
        text.utf16.reduce(into: "") { escaped, unit in
            switch unit {
            case 0x22, 0x27, 0x2f, 0x5c: escaped += "\\" + String(decoding: [unit], as: UTF16.self)
            case 0x08: escaped += "\\b"
            case 0x09: escaped += "\\t"
            case 0x0a: escaped += "\\n"
            case 0x0c: escaped += "\\f"
            case 0x0d: escaped += "\\r"
            case 0x20...0x7e: escaped += String(decoding: [unit], as: UTF16.self)
            default:
                let digits = String(unit, radix: 16, uppercase: true)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
    }
}
