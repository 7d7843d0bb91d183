/// The arguments of a command, taken apart by its description.
struct Arguments {
    private let description: CommandDescription
    private var values: [String: [String]] = [:]
    private var positional: [String] = []

    /// Reads `--name value` and `--name=value`; what follows `--` is no option.
    init(_ arguments: [String], _ description: CommandDescription) throws(UsageError) {
        self.description = description
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                positional += rest
                break
            }
            let isOption = argument.hasPrefix("-") && argument != "-"
            if isOption { try take(argument, &rest) } else { positional.append(argument) }
        }
        if positional.count > 1 {
            throw refusal("one \(description.argument) at a time: “\(positional[1])” is too many")
        }
        if positional.isEmpty, !description.isArgumentOptional {
            throw refusal("\(description.argument) is missing")
        }
    }

    /// The argument that is no option.
    var argument: String? { positional.first }

    /// Whether a switch is given.
    func has(_ name: String) -> Bool { values[name] != nil }

    /// The value of an option.
    subscript(name: String) -> String? { values[name]?.first }

    /// All values of an option that may be given several times.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The value of an option that is a whole number.
    func number(_ name: String) throws(UsageError) -> Int? {
        guard let text = self[name] else { return nil }
        guard let number = Int(text) else { throw refusal("\(name) is a whole number, not “\(text)”") }
        return number
    }

    /// Says that these arguments cannot be followed.
    func refusal(_ message: String) -> UsageError { UsageError(message, command: description.name) }

    private mutating func take(_ argument: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        let name = argument == "-h" ? "--help" : String(argument.prefix { $0 != "=" })
        guard let option = description.allOptions.first(where: { $0.name == name }) else {
            throw refusal(unknown(name))
        }
        let given = argument.count > name.count ? String(argument.dropFirst(name.count + 1)) : nil
        if option.value == nil {
            guard given == nil || argument == "-h" else { throw refusal("\(name) takes no value") }
            values[name] = [""]
            return
        }
        guard let value = given ?? next(&rest), !value.isEmpty else {
            throw refusal("\(name) needs a value: \(name) \(option.value ?? "")")
        }
        guard option.isRepeatable || values[name] == nil else { throw refusal("\(name) is given twice") }
        values[name, default: []].append(value)
    }

    private func next(_ rest: inout ArraySlice<String>) -> String? {
        guard let value = rest.first, !value.hasPrefix("--") else { return nil }
        return rest.popFirst()
    }

    private func unknown(_ name: String) -> String {
        let known = description.allOptions.map(\.name)
        let nearest = known.min { $0.distance(to: name) < $1.distance(to: name) }
        guard let nearest, nearest.distance(to: name) <= name.count / 3 else { return "\(name) is not known" }
        return "\(name) is not known; did you mean \(nearest)?"
    }
}

extension Arguments {
    /// The arguments of a command, or why they cannot be followed.
    static func read(_ words: [String], _ description: CommandDescription) throws(CommandError) -> Arguments {
        do throws(UsageError) {
            return try Arguments(words, description)
        } catch {
            throw CommandError(error)
        }
    }
}
