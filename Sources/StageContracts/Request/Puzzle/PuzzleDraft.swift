/// What can be understood of a request's puzzle, whatever else is wrong with the request: enough to hold it against its
/// picture, so that all problems are told at once.
package struct PuzzleDraft: Equatable, Sendable {
    /// The original; nil where it cannot be told.
    package let source: ImageSource?
    /// Edits of the picture before it is cut.
    package let operations: [Operation]
    /// Whether a damaged original is accepted as far as it goes.
    package let tolerant: Bool
    /// Rows of pieces, however many; nil where they are no whole number above zero.
    package let rows: Int?
    /// Columns of pieces, likewise.
    package let columns: Int?
    /// Width of the picture, any whole number; nil where none is given.
    package let width: Int?
    /// Height of the picture, likewise.
    package let height: Int?

    /// What can be salvaged; nil where no picture's size could be told: without a puzzle, with sides that are no whole
    /// numbers, or with operations that are wrong.
    package init?(salvaging bytes: [UInt8]) {
        guard let members = (try? JSONValue(parsing: bytes))?.members,
            let puzzle = members["puzzle"]?.members
        else { return nil }
        let (problems, others) = (ProblemList(), ProblemList())
        let reader = ObjectReader(members, at: .root, problems: problems)
        operations = reader.objects("operations", count: 0...Operation.maximumCount) ?? []
        let sides = ObjectReader(puzzle, at: .root, problems: problems)
        width = sides.integer("width", in: .min ... .max)
        height = sides.integer("height", in: .min ... .max)
        guard problems.isEmpty else { return nil }
        let rest = ObjectReader(members, at: .root, problems: others)
        source = rest.object("source")
        tolerant = rest.bool("tolerant") ?? false
        let grid = ObjectReader(puzzle, at: .root, problems: others)
        rows = grid.integer("rows", in: 1 ... .max)
        columns = grid.integer("columns", in: 1 ... .max)
    }
}
