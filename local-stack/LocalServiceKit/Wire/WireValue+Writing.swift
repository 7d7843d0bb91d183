import LocalJSON

extension WireValue: JSONWritable {
    /// Appends the value as JSON.
    func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.writeNull()
        case .bool(let flag): writer.write(flag)
        case .number(let text): writer.write(number: text)
        case .string(let text): writer.write(text)
        case .encoded(let text): writer.write(encoded: text)
        case .array(let elements): writer.write(array: elements)
        case .object(let object): writer.write(object: object.members) { ($0.name, $0.value) }
        }
    }
}
