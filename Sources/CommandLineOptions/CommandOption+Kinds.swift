extension CommandOption where Value == Bool {
    /// A switch.
    package static func flag(_ name: String, _ help: String) -> Self {
        Self(name, nil, help) { !$0.isEmpty }
    }
}

extension CommandOption where Value == String? {
    /// An option whose value is a text.
    package static func text(_ name: String, _ value: String, _ help: String) -> Self {
        Self(name, value, help) { $0.first }
    }
}

extension CommandOption where Value == Int? {
    /// An option whose value is a whole number.
    package static func number(
        _ name: String,
        _ value: String,
        _ help: String,
        in range: ClosedRange<Int> = .min ... .max
    ) -> Self {
        let lower = range.lowerBound == .min ? "" : " from \(range.lowerBound)"
        let upper = range.upperBound == .max ? "" : " to \(range.upperBound)"
        return one(of: "a whole number\(lower)\(upper)", name, value, help) { text in
            // `Int` would take a plus sign, too.
            text.first == "+" ? nil : Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension CommandOption where Value == [String: String] {
    /// An option that may be given several times, each time with a name and its value.
    package static func pairs(_ name: String, _ value: String, _ help: String) -> Self {
        Self(name, value, help, isRepeatable: true) { texts throws(OptionProblems) in
            var (pairs, problems): ([String: String], [String]) = ([:], [])
            for text in texts {
                let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if parts.count < 2 || parts[0].isEmpty {
                    problems.append("\(name) is \(value), not “\(text)”")
                } else if pairs.updateValue(String(parts[1]), forKey: String(parts[0])) != nil {
                    problems.append("\(name) names \(parts[0]) twice")
                }
            }
            if !problems.isEmpty { throw OptionProblems(problems) }
            return pairs
        }
    }
}

extension CommandOption {
    /// An option whose value is one of a kind that `read` makes of a text; nil where it cannot.
    package static func one<Given>(
        of kind: String,
        _ name: String,
        _ value: String,
        _ help: String,
        read: @escaping @Sendable (String) -> Given?
    ) -> Self where Value == Given? {
        Self(name, value, help) { texts throws(OptionProblems) in
            guard let text = texts.first else { return nil }
            guard let given = read(text) else { throw OptionProblems(["\(name) is \(kind), not “\(text)”"]) }
            return given
        }
    }
}
