package import LocalStore

extension StateWriter {
    /// Queues what a service does; `then` is called on the writer's thread once that is durable.
    ///
    /// The one place where an error of the store, which is the local stack's own fault, becomes one of a service.
    package func run<Value: Sendable>(
        _ action: @escaping @Sendable (Database) throws(ServiceError) -> Value,
        then: @escaping @Sendable (Result<Value, ServiceError>) -> Void
    ) {
        perform(action) { result in
            then(result.mapError { $0 as? ServiceError ?? .internalFailure($0) })
        }
    }
}
