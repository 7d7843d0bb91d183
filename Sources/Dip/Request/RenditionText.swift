import CommandLineOptions
import StageContracts

/// A rendition as a text such as `name=thumb,width=200,format=webp`; which members there are, the API knows.
enum RenditionText {
    /// Reads renditions; throws all that is wrong with them.
    static func read(_ texts: [String]) throws(OptionProblems) -> [JSONValue] {
        var (renditions, problems): ([JSONValue], [String]) = ([], [])
        for text in texts {
            do throws(OptionProblems) {
                renditions.append(try read(text))
            } catch {
                problems += error.texts
            }
        }
        if !problems.isEmpty { throw OptionProblems(problems) }
        return renditions
    }

    /// Reads a rendition.
    static func read(_ text: String) throws(OptionProblems) -> JSONValue {
        var members: [String: JSONValue] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let (name, value) = String(part).split(at: "="), !value.isEmpty else {
                throw OptionProblems(["--rendition is name=thumb,width=200,… with no “\(part)” in it"])
            }
            guard members.updateValue(self.value(value, of: name), forKey: name) == nil else {
                throw OptionProblems(["--rendition says \(name) twice: “\(text)”"])
            }
        }
        guard members["name"] != nil else {
            throw OptionProblems(["--rendition needs a name: name=thumb,\(text)"])
        }
        return .object(members)
    }

    /// Numbers and switches are what they look like; `metadata=copyright+camera` is a list.
    private static func value(_ text: String, of name: String) -> JSONValue {
        switch (name, text) {
        case ("name", _), ("metadata", "all"): .string(text)
        case ("metadata", "none"): .array([])
        case ("metadata", _): .array(text.split(separator: "+").map { .string(String($0)) })
        case (_, "true"), (_, "false"): .bool(text == "true")
        default: Int(text).map { .integer($0) } ?? .string(text)
        }
    }
}

extension String {
    /// The parts before and after the first separator; nil if there is none or nothing before it.
    func split(at separator: Character) -> (String, String)? {
        guard let index = firstIndex(of: separator), index > startIndex else { return nil }
        return (String(self[..<index]), String(self[self.index(after: index)...]))
    }
}
