/// The parts of an item that a request wants to see.
struct ProjectionExpression: Sendable {
    /// The kinds of problems, the gravest first.
    private enum Kind: Int {
        case reservedWord
        case undefinedName
        case overlap
        case conflict
    }

    let paths: [DocumentPath]

    /// The projection to those paths.
    init(paths: [DocumentPath]) {
        self.paths = paths
    }

    /// The projection of that text; throws what is wrong with it.
    init(_ text: String, scope: inout ExpressionScope) throws(ExpressionError) {
        var parser = try ExpressionParser(text)
        var syntaxes = [try parser.path()]
        while parser.skip(",") { syntaxes.append(try parser.path()) }
        try parser.expectEnd()
        var problems = ExpressionProblems<Kind>()
        paths = syntaxes.map { syntax in
            scope.resolve(syntax) { problem in
                switch problem {
                case .reservedWord: problems.note(.reservedWord, problem.message)
                case .undefinedName: problems.note(.undefinedName, problem.message)
                }
            }
        }
        for (one, two, collision) in paths.collisions {
            problems.note(collision == .overlap ? .overlap : .conflict, collision.message(one, two))
        }
        try problems.throwGravest()
    }

    /// The parts of the item.
    func apply(to item: Item) -> Item { item.projected(to: paths) }

    /// The attributes that the projection looks into.
    var nestedAttributes: Set<String> { Set(paths.filter(\.isNested).map(\.attribute)) }
}

extension [DocumentPath] {
    /// Every two of the paths that stand in each other's way, in the order of the text.
    var collisions: [(DocumentPath, DocumentPath, DocumentPath.Collision)] {
        indices.dropFirst().flatMap { index in
            self[..<index].compactMap { earlier in
                earlier.collision(with: self[index]).map { (earlier, self[index], $0) }
            }
        }
    }
}
