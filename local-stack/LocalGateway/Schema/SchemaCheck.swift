/// One validation of a body: collects the problems and knows the place.
struct SchemaCheck {
    /// A body with more problems than this has enough of them.
    private static let maximumProblemCount = 1_000
    private static let maximumDepth = 500

    let schemas: SchemaSet
    private(set) var problems: [SchemaProblem] = []
    private var path: [String] = []
    private var depth = 0

    init(_ schemas: SchemaSet) {
        self.schemas = schemas
    }

    /// Adds a problem at the place, or with members of the object there.
    mutating func add(_ detail: String, text: String? = nil, about members: [String] = []) {
        guard problems.count < Self.maximumProblemCount else { return }
        problems.append(SchemaProblem(pointer: pointer, detail: detail, text: text, members: members))
    }

    /// Checks a value one step further down.
    mutating func check(_ value: JSONValue, at step: String, _ schema: JSONSchema) {
        path.append(step)
        check(value, schema)
        path.removeLast()
    }

    /// Checks a value at the place.
    mutating func check(_ value: JSONValue, _ schema: JSONSchema) {
        guard depth < Self.maximumDepth else { return add("the schema refers to itself without end") }
        depth += 1
        for rule in schema.rules { rule.check(value, &self) }
        depth -= 1
    }

    /// Whether a value satisfies a schema; its problems are not added.
    func satisfies(_ value: JSONValue, _ schema: JSONSchema) -> Bool {
        var trial = self
        trial.problems = []
        trial.check(value, schema)
        return trial.problems.isEmpty
    }

    private var pointer: String {
        path.map(SchemaProblem.step).joined()
    }
}
