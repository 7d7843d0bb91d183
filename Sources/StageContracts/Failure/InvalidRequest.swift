/// A request that breaks the contract, with everything that is wrong with it.
package struct InvalidRequest: Error, Equatable, Sendable {
    /// All problems, in the order of reading; never empty.
    package let problems: [Problem]

    /// A request with these problems, one at least.
    package init(problems: [Problem]) {
        self.problems = problems
    }

    /// What its owner reads.
    package var text: String {
        let count = problems.count == 1 ? "one problem" : "\(problems.count) problems"
        return "The request has \(count)."
    }

    /// The request's failure, as its owner reads it.
    package func failure(at stage: StageName) -> Failure {
        Failure(stage: stage, code: .invalidRequest, text: text, problems: problems)
    }
}
