/// A request that breaks the contract, with everything that is wrong with it.
package struct InvalidRequest: Error, Equatable, Sendable {
    /// All problems, in the order of reading; never empty.
    package let problems: [Problem]

    /// The request's failure, as its owner reads it.
    package func failure(at stage: StageName) -> Failure {
        let count = problems.count == 1 ? "one problem" : "\(problems.count) problems"
        return Failure(
            stage: stage,
            code: .invalidRequest,
            text: "The request has \(count).",
            problems: problems
        )
    }
}
