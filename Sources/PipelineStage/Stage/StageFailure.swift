package import PipelineRuntime
package import StageContracts

/// Why a stage's work ended without a result; the case answers whether the same input would fail again.
package enum StageFailure: Error, Equatable, Sendable {
    /// Time can heal it: the message is delivered again, after `after` or, without it, a growing random pause.
    case retry(after: Duration? = nil, detail: String)
    /// The same input fails the same way: the request is failed and its owner told.
    case reject(Rejection)
    /// The caller cancelled the request: the work stops, and what it left is removed.
    case cancelled

    /// A refusal for good.
    ///
    /// - Parameters:
    ///   - code: Why, for programs.
    ///   - text: Why, for the owner; the code's own sentence unless given.
    ///   - isRetryable: Whether asking again can help; the code's own answer unless given.
    ///   - detail: What happened, for the log.
    ///   - problems: What is wrong with the request, where that is the reason.
    /// - Returns: The failure to throw.
    package static func reject(
        _ code: FailureCode,
        text: String? = nil,
        isRetryable: Bool? = nil,
        detail: String,
        problems: [Problem] = []
    ) -> StageFailure {
        .reject(
            Rejection(code: code, text: text, isRetryable: isRetryable, detail: detail, problems: problems)
        )
    }
}

extension StageFailure {
    /// The same failure; a rejection that tells of no problem gets this one.
    ///
    /// - Parameters:
    ///   - place: The part of the request that is to blame.
    ///   - code: What is wrong with it, for programs.
    ///   - sentence: What is wrong with it, for people.
    /// - Returns: The failure to throw instead.
    package func blaming(_ place: JSONPointer, _ code: ProblemCode, _ sentence: String) -> StageFailure {
        guard case .reject(let rejection) = self, rejection.problems.isEmpty else { return self }
        return .reject(
            rejection.code,
            text: rejection.text,
            isRetryable: rejection.isRetryable,
            detail: rejection.detail,
            problems: [Problem(place, code, sentence)]
        )
    }

    /// What happened, for the log.
    package var detail: String {
        switch self {
        case .retry(_, let detail): detail
        case .reject(let rejection): rejection.detail
        case .cancelled: "the caller cancelled the request"
        }
    }

    /// Does a part of a stage's work whose failures say by themselves what they mean for the whole.
    package static func translating<Answer, Cause: StageFailureCause>(
        _ part: () throws(Cause) -> Answer
    ) throws(StageFailure) -> Answer {
        do {
            return try part()
        } catch {
            throw error.stageFailure
        }
    }

    /// A failed call to a service, seen as a failure of the work: what fails for good there is our own mistake, and the rest is
    /// tried again.
    ///
    /// - Parameters:
    ///   - error: The call's error.
    ///   - code: Why the request fails if the error is for good.
    package init(_ error: AWSError, code: FailureCode = .internalError) {
        let detail = "\(error)"
        self = error.isRetryable ? .retry(detail: detail) : .reject(code, detail: detail)
    }
}
