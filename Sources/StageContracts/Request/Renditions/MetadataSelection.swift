/// The EXIF fields that an output keeps.
package enum MetadataSelection: Equatable, Sendable {
    /// All of them.
    case all
    /// These only, sorted and without repetition.
    case only([MetadataField])

    /// What is kept unless asked otherwise: whose picture it is.
    package static let standard = MetadataSelection.only([.copyright])
}

extension MetadataSelection: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .all: try container.encode("all")
        case .only(let fields): try container.encode(fields)
        }
    }
}

extension ObjectReader {
    /// A member that is `"all"` or a list of fields.
    func metadata(_ name: String) -> MetadataSelection? {
        guard let value = value(name) else { return nil }
        switch value {
        case .string("all"): return .all
        case .array(let elements): return .only(metadataFields(elements, at: pointer.appending(name)))
        default: return wrongType(name, value, "\"all\" or an array of fields")
        }
    }

    private func metadataFields(_ elements: [JSONValue], at place: JSONPointer) -> [MetadataField] {
        let list = MetadataField.allCases.map(\.rawValue).joined(separator: ", ")
        var fields: Set<MetadataField> = []
        for (index, element) in elements.enumerated() {
            guard let field = element.text.flatMap(MetadataField.init) else {
                problems.add(place.appending(index), .notAllowed, "must be one of \(list)")
                continue
            }
            if !fields.insert(field).inserted {
                problems.add(place.appending(index), .duplicate, "is listed twice")
            }
        }
        return fields.sorted { $0.rawValue < $1.rawValue }
    }
}
