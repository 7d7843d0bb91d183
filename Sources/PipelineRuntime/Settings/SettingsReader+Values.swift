extension SettingsReader {
    /// A text of any content.
    ///
    /// - Parameters:
    ///   - name: The variable.
    ///   - purpose: What to set it to, for the one who has to: "the bucket that receives the outputs".
    ///   - fallback: The value when it is not set; without one the variable is required.
    /// - Returns: The variable's value.
    package mutating func string(
        _ name: String,
        for purpose: String,
        default fallback: String? = nil
    ) -> String {
        text(name, for: purpose, default: fallback) ?? ""
    }

    /// A text that may be absent.
    package func optionalString(_ name: String) -> String? {
        environment[name]
    }

    /// A whole number within `range`, the ends included.
    package mutating func integer(
        _ name: String,
        in range: ClosedRange<Int>,
        default fallback: Int? = nil
    ) -> Int {
        parse(
            name,
            as: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            default: fallback,
            placeholder: range.lowerBound
        ) { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A length of time in seconds, whole or decimal, within `range`.
    package mutating func seconds(
        _ name: String,
        in range: ClosedRange<Double>,
        default fallback: Duration? = nil
    ) -> Duration {
        parse(
            name,
            as: "a number of seconds from \(range.lowerBound) to \(range.upperBound)",
            default: fallback,
            placeholder: .seconds(range.lowerBound)
        ) { text in
            Double(text).flatMap { range.contains($0) ? .seconds($0) : nil }
        }
    }

    /// `true` or `false`, also written `1`/`0`, `yes`/`no` or `on`/`off`, in any case.
    package mutating func flag(_ name: String, default fallback: Bool? = nil) -> Bool {
        parse(name, as: "true or false", default: fallback, placeholder: false) { text in
            switch text.lowercased() {
            case "true", "1", "yes", "on": true
            case "false", "0", "no", "off": false
            default: nil
            }
        }
    }

    /// Texts separated by commas; blanks around them and empty ones are dropped.
    package mutating func list(
        _ name: String,
        for purpose: String,
        default fallback: [String]? = nil
    ) -> [String] {
        let expectation = "\(purpose), separated by commas"
        return parse(name, as: expectation, default: fallback, placeholder: []) { text in
            let items = text.split(separator: ",").map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
            return items.isEmpty ? nil : items
        }
    }

    /// One of the raw values of `Choice`, in any case.
    package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        default fallback: Choice
    ) -> Choice {
        let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return parse(name, as: "one of \(names)", default: fallback, placeholder: fallback) { text in
            Choice.allCases.first { $0.rawValue.lowercased() == text.lowercased() }
        }
    }

    /// An absolute `http` or `https` URL with a host.
    package mutating func url(_ name: String, for purpose: String, default fallback: String? = nil) -> String
    {
        let expectation = "\(purpose), as http://… or https://…"
        return parse(name, as: expectation, default: fallback, placeholder: "") { text in
            Self.isAbsoluteURL(text) ? text : nil
        }
    }

    /// A text that must never be shown: no problem quotes it.
    package mutating func secret(_ name: String, for purpose: String) -> String {
        text(name, for: purpose, default: nil) ?? ""
    }

    private static func isAbsoluteURL(_ text: String) -> Bool {
        let isPrintable = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        for scheme in ["http://", "https://"] where text.lowercased().hasPrefix(scheme) {
            let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
            return isPrintable && !host.isEmpty && !host.hasPrefix(":")
        }
        return false
    }
}

extension Substring {
    /// The text without spaces and tabs around it.
    fileprivate func trimmingBlanks() -> String {
        var rest = drop { $0 == " " || $0 == "\t" }
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        return String(rest)
    }
}
