extension VelocityValue {
    /// The value of a property; nil if there is none.
    func property(_ name: String) -> VelocityValue? {
        switch self {
        case .map(let map): map[name]
        case .object(let object): object.property(name)
        case .list(let list): name == "size" ? .integer(list.items.count) : nil
        case .text(let text): name == "empty" ? .boolean(text.isEmpty) : nil
        default: nil
        }
    }

    /// The element at an index or of a key; nil if there is none.
    func element(_ index: VelocityValue) -> VelocityValue? {
        switch (self, index) {
        case (.list(let list), .integer(let index)):
            let position = index < 0 ? index + list.items.count : index
            return list.items.indices.contains(position) ? list.items[position] : nil
        case (.map(let map), _): return index.printed.flatMap { map[$0] }
        default: return nil
        }
    }

    /// Calls a method.
    ///
    /// Throws `VelocityFault` if there is none of that name and number of arguments, or an argument does not fit.
    func call(_ method: String, _ values: [VelocityValue]) throws(VelocityFault) -> VelocityValue {
        let arguments = VelocityArguments(method: method, values: values)
        let result: VelocityValue?
        switch self {
        case .text(let text): result = try VelocityText.call(method, on: text, arguments)
        case .list(let list): result = try VelocityCollections.call(method, on: list, arguments)
        case .map(let map): result = VelocityCollections.call(method, on: map, arguments)
        case .object(let object): result = try object.call(method, values)
        case .integer, .decimal, .boolean: result = VelocityScalars.call(method, on: self, values)
        case .null: return .null
        }
        guard let result else {
            throw VelocityFault(reason: "there is no method \(method)() with \(values.count) arguments here")
        }
        return result
    }
}
