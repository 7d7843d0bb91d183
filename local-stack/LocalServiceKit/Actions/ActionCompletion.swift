/// Takes what an action answers, once its changes are durable.
package typealias ActionCompletion = @Sendable (Result<WireValue, ServiceError>) -> Void
