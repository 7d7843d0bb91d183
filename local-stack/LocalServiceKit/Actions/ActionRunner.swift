import LocalStore

/// Runs actions in the writer's transactions.
struct ActionRunner: Sendable {
    let writer: StateWriter

    /// Runs the action with the message as its input; `then` is called once its changes are durable.
    ///
    /// `isTextual` says that numbers come as texts; `refuse` makes the service's own error of a message of the wrong shape.
    func run<Action: ServiceAction>(
        _ action: Action,
        _ message: WireValue,
        isTextual: Bool,
        _ context: ActionContext,
        refuse: (WireError) -> ServiceError,
        then: @escaping ActionCompletion
    ) {
        do {
            let decoder = WireDecoder(message, isTextual: isTextual)
            let input = try decoder.decode(Action.Input.self)
            try decoder.notes.constraints.requireNone()
            action.run(input, context, writer, then: then)
        } catch let error as WireError {
            then(.failure(refuse(error)))
        } catch {
            then(.failure(error as? ServiceError ?? .internalFailure(error)))
        }
    }
}

extension Result where Success: Encodable, Failure == ServiceError {
    /// The action's outcome as its protocol writes it.
    var answer: Result<WireValue, ServiceError> {
        flatMap { output in
            do {
                return .success(try WireValue.of(output))
            } catch {
                return .failure(.internalFailure(error))
            }
        }
    }
}
