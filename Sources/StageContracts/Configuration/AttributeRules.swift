/// The values that attributes of certain names may have.
struct AttributeRules: ReadableObject {
    let values: [String: [String]]

    init?(reading reader: ObjectReader) {
        values = reader.names.reduce(into: [:]) { $0[$1] = reader.strings($1) }
    }
}
