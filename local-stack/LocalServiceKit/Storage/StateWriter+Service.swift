package import LocalStore

extension StateWriter {
    /// Queues what a service does; `then` is called on the writer's thread once that is durable.
    package func run<Value: Sendable>(
        _ action: @escaping @Sendable (Database) throws(ServiceError) -> Value,
        then: @escaping @Sendable (Result<Value, ServiceError>) -> Void
    ) {
        perform(action) { then($0.mapError(\.serviceError)) }
    }

    /// Runs what a service does and waits until that is durable; for start-up, never from inside an action.
    package func runAndWait<Value: Sendable>(
        _ action: @escaping @Sendable (Database) throws(ServiceError) -> Value
    ) throws(ServiceError) -> Value {
        do throws(ActionFailure<ServiceError>) {
            return try performAndWait(action)
        } catch {
            throw error.serviceError
        }
    }
}

extension ActionFailure<ServiceError> {
    /// What the caller is told: the action's own error; what happened to the store is the local stack's fault.
    fileprivate var serviceError: ServiceError {
        switch self {
        case .refused(let error): error
        case .store(let error): .internalFailure(error)
        }
    }
}
