import LocalStore

/// Runs actions in the writer's transactions, and lets those wait that have nothing to answer yet.
final class ActionRunner: Sendable {
    typealias Completion = @Sendable (Result<WireValue, ServiceError>) -> Void

    let writer: StateWriter
    private let signals: QueueSignals

    init(writer: StateWriter, signals: QueueSignals) {
        self.writer = writer
        self.signals = signals
    }

    /// Runs the action with the message as its input; `then` is called once its changes are durable.
    ///
    /// `isTextual` says that numbers come as texts; `refuse` makes the service's own error of a message of the wrong shape.
    func run<Action: ServiceAction>(
        _ action: Action.Type,
        _ message: WireValue,
        isTextual: Bool,
        _ context: ActionContext,
        refuse: (WireError) -> ServiceError,
        then: @escaping Completion
    ) {
        do {
            let decoder = WireDecoder(message, isTextual: isTextual)
            let input = try decoder.decode(Action.Input.self)
            try decoder.notes.constraints.requireNone()
            run(action, input, context, then: then)
        } catch let error as WireError {
            then(.failure(refuse(error)))
        } catch {
            then(.failure(error as? ServiceError ?? .internalFailure(error)))
        }
    }

    private func run<Action: ServiceAction>(
        _ action: Action.Type,
        _ input: Action.Input,
        _ context: ActionContext,
        then: @escaping Completion
    ) {
        let signals = signals
        writer.perform { database in
            let output = try action.perform(input, database, context)
            guard let wait = try action.wait(input, output, database, context) else { return output }
            let attempt: ParkedRequest.Attempt = { database in
                let output = try action.perform(input, database, context)
                let isWaiting = try action.wait(input, output, database, context) != nil
                return isWaiting ? nil : try WireValue.of(output)
            }
            let parked = ParkedRequest(attempt: attempt, emptyAnswer: try WireValue.of(output), then: then)
            signals.park(parked, wait, database)
            return nil
        } then: { (result: Result<Action.Output?, any Error>) in
            // Answers are encoded after the commit, when other actions no longer wait for this one.
            do {
                if let output = try result.get() { then(.success(try WireValue.of(output))) }
            } catch {
                then(.failure(error as? ServiceError ?? .internalFailure(error)))
            }
        }
    }
}
