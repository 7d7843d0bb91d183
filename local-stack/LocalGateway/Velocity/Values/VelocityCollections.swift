/// The methods of Java's lists and maps that mapping templates use.
enum VelocityCollections {
    /// Calls a method of a list; nil if there is none of that name and number of arguments.
    static func call(
        _ method: String,
        on list: VelocityList,
        _ arguments: VelocityArguments
    ) throws(VelocityFault) -> VelocityValue? {
        let last = list.items.count - 1
        switch (method, arguments.count) {
        case ("size", 0): return .integer(list.items.count)
        case ("isEmpty", 0): return .boolean(list.items.isEmpty)
        case ("toString", 0): return .text(list.printed)
        case ("get", 1): return list.items[try arguments.index(0, within: 0...checked(last, arguments))]
        case ("contains", 1): return .boolean(position(of: arguments.values[0], in: list) != nil)
        case ("indexOf", 1): return .integer(position(of: arguments.values[0], in: list) ?? -1)
        case ("add", 1):
            list.items.append(arguments.values[0])
            return .boolean(true)
        case ("addAll", 1):
            guard case .list(let other) = arguments.values[0] else { return nil }
            list.items += other.items
            return .boolean(!other.items.isEmpty)
        case ("remove", 1):
            return list.items.remove(at: try arguments.index(0, within: 0...checked(last, arguments)))
        case ("set", 2):
            let index = try arguments.index(0, within: 0...checked(last, arguments))
            defer { list.items[index] = arguments.values[1] }
            return list.items[index]
        default: return nil
        }
    }

    /// Calls a method of a map; nil if there is none of that name and number of arguments.
    static func call(
        _ method: String,
        on map: VelocityMap,
        _ arguments: VelocityArguments
    ) -> VelocityValue? {
        switch (method, arguments.count) {
        case ("size", 0): return .integer(map.keys.count)
        case ("isEmpty", 0): return .boolean(map.keys.isEmpty)
        case ("toString", 0): return .text(map.printed)
        case ("keySet", 0): return .list(VelocityList(map.keys.map { .text($0) }))
        case ("values", 0): return .list(VelocityList(map.entries.map(\.value)))
        case ("entrySet", 0):
            let entries = map.entries.map { VelocityMap([("key", .text($0.key)), ("value", $0.value)]) }
            return .list(VelocityList(entries.map { .map($0) }))
        case ("get", 1): return map[arguments.text(0)] ?? .null
        case ("containsKey", 1): return .boolean(map[arguments.text(0)] != nil)
        case ("getOrDefault", 2): return map[arguments.text(0)] ?? arguments.values[1]
        case ("put", 2):
            defer { map[arguments.text(0)] = arguments.values[1] }
            return map[arguments.text(0)] ?? .null
        case ("putAll", 1):
            guard case .map(let other) = arguments.values[0] else { return nil }
            for entry in other.entries { map[entry.key] = entry.value }
            return .null
        case ("remove", 1):
            defer { map[arguments.text(0)] = nil }
            return map[arguments.text(0)] ?? .null
        default: return nil
        }
    }

    private static func checked(_ last: Int, _ arguments: VelocityArguments) throws(VelocityFault) -> Int {
        guard last >= 0 else { throw VelocityFault(reason: "\(arguments.method)(): the list is empty") }
        return last
    }

    private static func position(of value: VelocityValue, in list: VelocityList) -> Int? {
        list.items.firstIndex { $0.printed == value.printed }
    }
}
