/// The arguments of a command, taken apart by its description.
package struct Arguments: Sendable {
    /// The argument that is no option.
    package let argument: String?
    private let command: String
    private let values: [String: [String]]

    /// Reads `--name value` and `--name=value`, in any order; what follows `--` is no option.
    ///
    /// - Throws: All that is wrong with the words, at once.
    package init(_ words: [String], _ description: CommandDescription) throws(UsageError) {
        var reader = ArgumentReader(description)
        reader.read(words)
        let problems = reader.allProblems
        guard problems.isEmpty else { throw UsageError(problems, command: description.name) }
        (argument, command, values) = (reader.arguments.first, description.name, reader.values)
    }

    /// The value of an option; that of one which the command does not take is the value of one that is not given.
    package subscript<Value>(option: CommandOption<Value>) -> Value {
        option.value(of: values[option.description.name] ?? [])
    }

    /// Says that these arguments cannot be followed.
    package func refusal(_ problem: String) -> UsageError { UsageError([problem], command: command) }
}
