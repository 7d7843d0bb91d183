import LocalJSON

extension JSONValue: JSONWritable {
    /// The value as JSON text without white space.
    var text: String { JSONWriter.text(self) }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.writeNull()
        case .boolean(let boolean): writer.write(boolean)
        case .number(let digits): writer.write(number: digits)
        case .string(let string): writer.write(string)
        case .array(let elements): writer.write(array: elements)
        case .object(let members): writer.write(object: members) { ($0.name, $0.value) }
        }
    }
}
