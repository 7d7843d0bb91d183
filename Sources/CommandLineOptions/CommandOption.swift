/// An option whose values are of a type; by it they are checked, told in the help, and taken out of `Arguments`.
package struct CommandOption<Value: Sendable>: Sendable {
    /// The option without its type.
    package let description: OptionDescription
    private let read: @Sendable ([String]) throws(OptionProblems) -> Value

    /// An option of any type.
    ///
    /// - Parameters:
    ///   - name: The name with its dashes.
    ///   - value: What stands for the value in the help; nil for a switch.
    ///   - help: What it does.
    ///   - isRepeatable: Whether it may be given several times.
    ///   - isRequired: Whether nothing can be done without it.
    ///   - read: Makes a value of the texts that were given, of none, too; throws all that is wrong with them.
    package init(
        _ name: String,
        _ value: String?,
        _ help: String,
        isRepeatable: Bool = false,
        isRequired: Bool = false,
        read: @escaping @Sendable ([String]) throws(OptionProblems) -> Value
    ) {
        let description = OptionDescription(
            name: name,
            value: value,
            help: help,
            isRepeatable: isRepeatable,
            isRequired: isRequired
        ) { texts in
            do throws(OptionProblems) {
                _ = try read(texts)
                return []
            } catch {
                return error.texts
            }
        }
        self.init(description, read)
    }

    private init(
        _ description: OptionDescription,
        _ read: @escaping @Sendable ([String]) throws(OptionProblems) -> Value
    ) {
        (self.description, self.read) = (description, read)
    }

    /// The value of texts that have been checked.
    func value(of texts: [String]) -> Value {
        do throws(OptionProblems) {
            return try read(texts)
        } catch {
            preconditionFailure("\(description.name) was not checked: \(error.texts)")
        }
    }
}

extension CommandOption {
    /// The option with a value where none is given.
    package func otherwise<Given>(_ standard: Given) -> CommandOption<Given> where Value == Given? {
        let read = read
        return CommandOption<Given>(description) { texts throws(OptionProblems) in try read(texts) ?? standard
        }
    }

    /// The option without which nothing can be done.
    package func required<Given>() -> CommandOption<Given> where Value == Given? {
        let (synopsis, read) = (description.synopsis, read)
        let (name, value, help) = (description.name, description.value, description.help)
        return CommandOption<Given>(name, value, help, isRequired: true) { texts throws(OptionProblems) in
            guard let value = try read(texts) else { throw OptionProblems(["\(synopsis) is missing"]) }
            return value
        }
    }
}
