/// Turns variables into typed values and collects every problem instead of stopping at the first.
///
/// A value that is missing or wrong is noted and stands in as a placeholder; `read` throws all the notes at
/// the end, so that a placeholder never leaves it:
///
///     let settings = try SettingsReader.read(environment) { reader in
///         PreprocessorSettings(bucket: reader.string("REQUEST_BUCKET", for: "the bucket of the uploads"))
///     }
package struct SettingsReader {
    /// The environment that is read, for parts that read it by themselves.
    package let environment: Environment
    /// What is wrong so far.
    package private(set) var problems: [SettingsProblem] = []

    private init(_ environment: Environment) {
        self.environment = environment
    }

    /// Builds a value of `environment`.
    ///
    /// - Throws: Every problem that `body` met.
    package static func read<Value>(
        _ environment: Environment,
        _ body: (inout SettingsReader) -> Value
    ) throws(SettingsError) -> Value {
        var reader = SettingsReader(environment)
        let value = body(&reader)
        guard reader.problems.isEmpty else { throw SettingsError(reader.problems) }
        return value
    }

    /// Notes a problem that the reader cannot see by itself, such as two settings that contradict each other.
    ///
    /// - Parameters:
    ///   - name: The variable.
    ///   - text: What is wrong and what to do, to be read after the name.
    package mutating func reject(_ name: String, _ text: String) {
        problems.append(SettingsProblem(name, "\(name) \(text)"))
    }

    /// The variable's value, or `fallback`, or a note that it is missing.
    mutating func text(_ name: String, for purpose: String, default fallback: String?) -> String? {
        if let value = environment[name] { return value }
        if fallback == nil { reject(name, "is not set: set it to \(purpose)") }
        return fallback
    }

    /// Parses the variable when it is set; answers `fallback` otherwise, and `placeholder` when there is none.
    mutating func parse<Value>(
        _ name: String,
        as expectation: String,
        default fallback: Value?,
        placeholder: Value,
        _ parse: (String) -> Value?
    ) -> Value {
        guard let text = environment[name] else {
            if fallback == nil { reject(name, "is not set: set it to \(expectation)") }
            return fallback ?? placeholder
        }
        if let value = parse(text) { return value }
        reject(name, "is \(Self.quoted(text)): set it to \(expectation)")
        return placeholder
    }

    private static func quoted(_ text: String) -> String {
        let shown = text.prefix(80).map { $0.isASCII && !$0.isNewline ? String($0) : $0.debugText }.joined()
        return "\"\(shown)\"" + (text.count > 80 ? "…" : "")
    }
}

extension Character {
    /// The character, or its scalars' numbers where a terminal would act on it.
    fileprivate var debugText: String {
        unicodeScalars.map { $0.value < 0x20 ? $0.escaped(asASCII: true) : String($0) }.joined()
    }
}
