package import LocalStore

/// An action whose request may wait for its answer, without a thread: long polling.
package protocol WaitingAction: ServiceAction {
    /// Where the request waits, as its output is not yet worth answering; nil to answer it now.
    func wait(
        _ input: Input,
        _ output: Output,
        _ database: Database,
        _ context: ActionContext
    ) throws(ServiceError) -> Wait?
}

extension WaitingAction {
    /// Answers what the action puts out, at once or when the wait is over.
    package func run(
        _ input: Input,
        _ context: ActionContext,
        _ writer: StateWriter,
        then: @escaping ActionCompletion
    ) {
        writer.run { database throws(ServiceError) -> Output? in
            let output = try perform(input, database, context)
            guard let wait = try wait(input, output, database, context) else { return output }
            let attempt: ParkedRequest.Attempt = { database throws(ServiceError) in
                let output = try perform(input, database, context)
                let isWaiting = try self.wait(input, output, database, context) != nil
                return isWaiting ? nil : try Result<Output, ServiceError>.success(output).answer.get()
            }
            let emptyAnswer = Result<Output, ServiceError>.success(output).answer
            wait.begin(ParkedRequest(attempt: attempt, emptyAnswer: emptyAnswer, then: then), database)
            return nil
        } then: { result in
            switch result {
            case .success(nil): break
            case .success(let output?): then(Result<Output, ServiceError>.success(output).answer)
            case .failure(let error): then(Result<Output, ServiceError>.failure(error).answer)
            }
        }
    }
}
