/// One validation of a body: collects the problems and knows the place.
struct SchemaCheck {
    /// A body with more problems than this has enough of them.
    private static let maximumProblemCount = 1_000
    private static let maximumDepth = 500

    let schemas: SchemaSet
    private(set) var problems: [SchemaProblem] = []
    /// What the validator lets pass: it is told beside what it does not.
    private(set) var asides: [SchemaProblem] = []
    /// How many of the asides something behind the validator refuses in any case.
    private(set) var bindingCount = 0
    private var isAside = false
    private var isOfWrongType = false
    private var path: [String] = []
    private var depth = 0

    init(_ schemas: SchemaSet) {
        self.schemas = schemas
    }

    /// Adds a problem at the place, or some steps further down, or with members of the object there.
    mutating func add(
        _ code: SchemaProblem.Code,
        _ detail: String,
        text: String? = nil,
        about members: [String] = [],
        at steps: [String] = []
    ) {
        let pointer = (path + steps).map(SchemaProblem.step).joined()
        add(SchemaProblem(code, pointer: pointer, detail: detail, text: text, members: members))
    }

    /// Adds a problem of any place.
    mutating func add(_ problem: SchemaProblem) {
        guard problems.count + asides.count < Self.maximumProblemCount else { return }
        var problem = problem
        problem.isConsequence = problem.isConsequence || isOfWrongType
        if isAside { asides.append(problem) } else { problems.append(problem) }
    }

    /// Checks a value one step further down.
    mutating func check(_ value: JSONValue, at step: String, _ schema: JSONSchema) {
        path.append(step)
        check(value, schema)
        path.removeLast()
    }

    /// Checks a value at the place.
    mutating func check(_ value: JSONValue, _ schema: JSONSchema) {
        guard depth < Self.maximumDepth else {
            return add(.malformed, "the schema refers to itself without end")
        }
        depth += 1
        let wasOfWrongType = isOfWrongType
        for rule in schema.rules where rule is TypeRule { rule.check(value, &self) }
        isOfWrongType = isOfWrongType || schema.refusesType(of: value)
        for rule in schema.rules where !(rule is TypeRule) { rule.check(value, &self) }
        isOfWrongType = wasOfWrongType
        depth -= 1
    }

    /// Checks a value by a schema that the validator does not hold it to; `isBinding` says whether something behind the
    /// validator refuses the value in any case where it breaks the schema.
    mutating func checkAside(isBinding: Bool, _ check: (inout SchemaCheck) -> Void) {
        let (count, wasAside) = (asides.count, isAside)
        isAside = true
        check(&self)
        isAside = wasAside
        if isBinding { bindingCount += asides.count - count }
    }

    /// Whether a value at the place satisfies a schema; its problems are not added.
    func satisfies(_ value: JSONValue, _ schema: JSONSchema) -> Bool { problems(of: value, schema).isEmpty }

    /// How a value at the place breaks a schema; nothing of it is added.
    func problems(of value: JSONValue, _ schema: JSONSchema) -> [SchemaProblem] {
        var trial = self
        trial.problems = []
        trial.isAside = false
        trial.check(value, schema)
        return trial.problems
    }
}
