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

    /// The request's failure, as its owner reads it: where nothing else is wrong than the form of the source's address, the same
    /// that an address has which the guard refuses.
    package func failure(at stage: StageName) -> Failure {
        Failure(
            stage: stage,
            code: isAboutSourceURL ? .sourceURLInvalid : .invalidRequest,
            text: text,
            problems: problems
        )
    }

    private var isAboutSourceURL: Bool {
        problems.allSatisfy { $0.code == .invalidURL && $0.pointer.text == "/source/url" }
    }
}
