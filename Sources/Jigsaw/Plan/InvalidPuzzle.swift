/// A puzzle that cannot be cut, with everything that is wrong with it.
package struct InvalidPuzzle: Error, Hashable {
    /// The problems; never empty.
    package let problems: [PuzzleProblem]
}

extension InvalidPuzzle: CustomStringConvertible {
    package var description: String { problems.map(\.description).joined(separator: "; ") }
}
