package import Jigsaw
import StageContracts

extension ImageFailure {
    /// A puzzle that cannot be cut, seen as a request that is not valid.
    package init(_ error: InvalidPuzzle) {
        let count = error.problems.count == 1 ? "one problem" : "\(error.problems.count) problems"
        self.init(
            .invalidRequest,
            text: "The puzzle has \(count).",
            detail: error.description,
            problems: error.problems.map(Problem.init)
        )
    }
}

extension Problem {
    /// A problem of a puzzle as one of its request.
    init(_ problem: PuzzleProblem) {
        let place = JSONPointer.root.appending("puzzle").appending(problem.member.rawValue)
        self.init(place, problem.code == .unknownStyle ? .notAllowed : .outOfRange, problem.text)
    }
}
