/// A JSON object whose members are all of one kind and freely named.
struct NamedObjects<Value: ReadableObject>: ReadableObject {
    let values: [String: Value]

    init?(reading reader: ObjectReader) {
        var values: [String: Value] = [:]
        for name in reader.names { values[name] = reader.object(name) }
        self.values = values
    }
}
