/// One way in which a body breaks its schema.
///
/// The texts are those of the validator that API Gateway uses (json-schema-validator), as its answers quote them.
struct SchemaProblem: Sendable, Hashable {
    /// The place in the body, a JSON pointer (RFC 6901).
    let pointer: String
    /// What is wrong there.
    let detail: String
    /// The same for people, to be read after the place: "must be from 1 to 100".
    let text: String
    /// The members of the object there that it is about; none where it is about the value itself.
    let members: [String]
    /// The kind of mistake.
    let code: Code
    /// Whether the value is of another type anyway, which is told: people need no more.
    var isConsequence = false

    /// A problem; without a `text` of its own the detail is for people too.
    init(_ code: Code, pointer: String, detail: String, text: String? = nil, members: [String] = []) {
        (self.code, self.pointer, self.detail, self.members) = (code, pointer, detail, members)
        self.text = text ?? detail
    }

    /// The same problem of the same places in other words.
    func told(detail: String, text: String) -> SchemaProblem {
        var problem = SchemaProblem(code, pointer: pointer, detail: detail, text: text, members: members)
        problem.isConsequence = isConsequence
        return problem
    }

    /// The places that a caller has to look at, as JSON pointers.
    var places: [String] {
        members.isEmpty ? [pointer] : members.map { pointer + Self.step($0) }
    }

    /// One step of a JSON pointer.
    static func step(_ name: String) -> String {
        "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
