/// The place of a value in a JSON document (RFC 6901).
package struct JSONPointer: Hashable, Sendable {
    /// The pointer as text, such as `/renditions/0/width`; empty for the whole document.
    package let text: String

    /// The whole document.
    package static let root = JSONPointer(text: "")

    private init(text: String) { self.text = text }

    /// The place of a member of the object at this place.
    package func appending(_ name: String) -> JSONPointer {
        var text = self.text + "/"
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return JSONPointer(text: text)
    }

    /// The place of an element of the array at this place.
    package func appending(_ index: Int) -> JSONPointer { JSONPointer(text: "\(text)/\(index)") }
}

extension JSONPointer: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(text: try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
