/// Takes a command line apart: `--name value`, `--name=value`, plain words, and `--` before plain words only.
struct WordReader {
    /// A word by its role.
    enum Word: Equatable {
        case flag(String)
        case plain(String)
    }

    /// What was found wrong so far.
    var problems: [String] = []
    private var words: ArraySlice<String>
    private var hasEndedFlags = false
    /// What stood behind the `=` of the last flag.
    private var attached: String?

    init(_ words: [String]) {
        self.words = words[...]
    }

    /// The next word; nil after the last.
    mutating func next() -> Word? {
        if let unused = attached {
            problems.append("\(unused) is a value where none belongs")
            attached = nil
        }
        guard let word = words.popFirst() else { return nil }
        guard !hasEndedFlags, word.hasPrefix("-"), word != "-" else { return .plain(word) }
        if word == "--" {
            hasEndedFlags = true
            return next()
        }
        let parts = word.drop { $0 == "-" }.split(
            separator: "=",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        attached = parts.count == 2 ? String(parts[1]) : nil
        return .flag(String(parts[0]))
    }

    /// The value of the flag that was just read; empty, and a problem, where it has none.
    mutating func value(of flag: String) -> String {
        defer { attached = nil }
        let value = attached ?? words.popFirst() ?? ""
        if value.isEmpty { problems.append("\(flag) needs a value") }
        return value
    }

    /// The value of a flag that has to be a whole number from 1.
    mutating func count(of flag: String) -> Int {
        let text = value(of: flag)
        guard let count = Int(text), count >= 1 else {
            problems.append("\(flag) needs a whole number from 1, not \(text)")
            return 1
        }
        return count
    }
}
