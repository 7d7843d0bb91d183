/// Takes the words of a command line apart and collects what is wrong with them.
struct ArgumentReader {
    /// The values of options by their names; of a switch, an empty one.
    private(set) var values: [String: [String]] = [:]
    /// The words that are no options.
    private(set) var arguments: [String] = []
    private let description: CommandDescription
    private var problems: [String] = []
    /// Options about which there is a problem already.
    private var refused: Set<String> = []

    init(_ description: CommandDescription) {
        self.description = description
    }

    mutating func read(_ words: [String]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                arguments += rest
                break
            }
            let isOption = word.hasPrefix("-") && word != "-"
            if isOption { take(word, &rest) } else { arguments.append(word) }
        }
        // What is not UTF-8 came as another word, which names no file.
        if words.contains(where: { $0.contains("\u{fffd}") }) {
            problems.append("a name that is not UTF-8 cannot be taken: rename the file, or link to it")
        }
    }

    /// All problems: those of the words, those of values, and what is missing.
    var allProblems: [String] {
        let options = description.options.filter { !refused.contains($0.name) }
        return problems
            + options.flatMap { option in
                values[option.name].map(option.problems) ?? (option.isRequired ? option.problems([]) : [])
            } + argumentProblems
    }

    private var argumentProblems: [String] {
        guard let argument = description.argument else { return arguments.map { "“\($0)” is not known" } }
        if arguments.isEmpty { return argument.isOptional ? [] : ["\(argument.name) is missing"] }
        return arguments.dropFirst().map { "one \(argument.name) at a time: “\($0)” is too many" }
    }

    private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) {
        let name = String(word.prefix { $0 != "=" })
        let attached = word.count > name.count ? String(word.dropFirst(name.count + 1)) : nil
        guard let option = description.options.first(where: { $0.name == name }) else {
            return refuseUnknown(name, hasValue: attached != nil, &rest)
        }
        guard option.value != nil else {
            if attached != nil { problems.append("\(name) takes no value") }
            values[name] = [""]
            return
        }
        guard let value = attached ?? next(&rest), !value.isEmpty else {
            return refuse(option, "needs a value: \(option.synopsis)")
        }
        guard option.isRepeatable || values[name] == nil else { return refuse(option, "is given twice") }
        values[name, default: []].append(value)
    }

    private mutating func refuse(_ option: OptionDescription, _ problem: String) {
        if refused.insert(option.name).inserted { problems.append("\(option.name) \(problem)") }
    }

    /// What follows is the value of the option that was meant; it is no argument.
    private mutating func refuseUnknown(_ name: String, hasValue: Bool, _ rest: inout ArraySlice<String>) {
        guard let meant = nearest(to: name) else { return problems.append("\(name) is not known") }
        problems.append("\(name) is not known; did you mean \(meant.name)?")
        refused.insert(meant.name)
        if meant.value != nil, !hasValue { _ = next(&rest) }
    }

    private func next(_ rest: inout ArraySlice<String>) -> String? {
        guard let value = rest.first, !value.hasPrefix("--") else { return nil }
        return rest.popFirst()
    }

    private func nearest(to name: String) -> OptionDescription? {
        let nearest = description.options.min { $0.name.distance(to: name) < $1.name.distance(to: name) }
        return nearest.flatMap { $0.name.distance(to: name) <= name.count / 3 ? $0 : nil }
    }
}
