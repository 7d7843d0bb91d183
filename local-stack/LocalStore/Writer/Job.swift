/// One queued action: what it does inside the transaction, and who hears of it afterwards.
struct Job: Sendable {
    /// Runs the action; answers what to call once it is durable, or else once what it changed is undone.
    let run: @Sendable (Database) -> Result<@Sendable () -> Void, Refusal>
    /// Called instead, when the commit failed.
    let fail: @Sendable (StoreError) -> Void

    /// The action threw.
    struct Refusal: Error {
        /// What it threw, for an error text.
        let reason: String
        /// Tells whoever asked for the action.
        let tell: @Sendable () -> Void
    }

    /// An action whose outcome `then` is told.
    init<Value: Sendable, Failure: Error>(
        _ action: @escaping @Sendable (Database) throws(Failure) -> Value,
        then: @escaping @Sendable (Result<Value, ActionFailure<Failure>>) -> Void
    ) {
        run = { database in
            do throws(Failure) {
                let value = try action(database)
                return .success({ then(.success(value)) })
            } catch {
                return .failure(Refusal(reason: "\(error)") { then(.failure(.refused(error))) })
            }
        }
        fail = { then(.failure(.store($0))) }
    }
}
