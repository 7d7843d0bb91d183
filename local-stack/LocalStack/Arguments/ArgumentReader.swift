/// Takes options out of a command line; whatever nobody took is an argument that is not known.
///
/// `--name value` and `--name=value` are the same. All problems are collected and reported together.
struct ArgumentReader {
    private var arguments: [String]
    private var problems: [String] = []

    init(_ arguments: [String]) {
        self.arguments = arguments
    }

    /// Takes an option without a value.
    mutating func flag(_ names: String...) -> Bool {
        let before = arguments.count
        arguments.removeAll(where: names.contains)
        return arguments.count < before
    }

    /// Takes the leading word that says what to do; nil if there is none.
    mutating func command() -> String? {
        guard let first = arguments.first, !first.hasPrefix("-") else { return nil }
        return arguments.removeFirst()
    }

    /// Takes an option that may be given once.
    mutating func value(_ name: String) -> String? {
        let values = values(name)
        if values.count > 1 { problems.append("\(name) is given more than once") }
        return values.last
    }

    /// Takes an option that may be given several times.
    mutating func values(_ name: String) -> [String] {
        var values: [String] = []
        var rest: [String] = []
        var index = arguments.startIndex
        while index < arguments.endIndex {
            let argument = arguments[index]
            index += 1
            if argument.hasPrefix(name + "=") {
                values.append(String(argument.dropFirst(name.count + 1)))
            } else if argument != name {
                rest.append(argument)
            } else if index < arguments.endIndex, !arguments[index].hasPrefix("--") {
                values.append(arguments[index])
                index += 1
            } else {
                problems.append("\(name) needs a value")
            }
        }
        arguments = rest
        return values
    }

    /// Takes an option that is a port; 0 stands for any free one.
    mutating func port(_ name: String) -> UInt16? {
        guard let text = value(name) else { return nil }
        guard text.allSatisfy(\.isWholeNumber), let port = UInt16(text) else {
            problems.append("\(name) has to be a number from 0 to 65535, not \"\(text)\"")
            return nil
        }
        return port
    }

    /// Takes options of the form `Name=Value`.
    mutating func pairs(_ name: String) -> [String: String] {
        var pairs: [String: String] = [:]
        for text in values(name) {
            guard let separator = text.firstIndex(of: "="), separator > text.startIndex else {
                problems.append("\(name) has to be Name=Value, not \"\(text)\"")
                continue
            }
            let key = String(text[..<separator])
            if pairs.updateValue(String(text[text.index(after: separator)...]), forKey: key) != nil {
                problems.append("\(name) names \(key) more than once")
            }
        }
        return pairs
    }

    /// Adds a problem that the caller found.
    mutating func refuse(_ problem: String) { problems.append(problem) }

    /// Ends the reading.
    ///
    /// Throws `ArgumentError` if there is any problem, arguments that nobody took included.
    func finish() throws(ArgumentError) {
        let unknown = arguments.map { "\($0) is not known" }
        if !problems.isEmpty || !unknown.isEmpty { throw ArgumentError(problems: problems + unknown) }
    }
}
