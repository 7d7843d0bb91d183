import Dispatch
import Foundation

/// Waits that end: with what was waited for, or with an error that says what did not come.
enum Waiting {
    /// Long enough for a machine that is small and busy.
    static let limit = Duration.seconds(45)

    private static let queue = DispatchQueue(label: "waiting")

    /// Waits for what `ask` hands to its callback.
    static func answer<Value: Sendable>(
        _ what: String,
        _ ask: @Sendable (@escaping @Sendable (Value) -> Void) -> Void
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let first = FirstAnswer(continuation)
            atLimit { first.resume(.failure(TookTooLong(what))) }
            ask { first.resume(.success($0)) }
        }
    }

    /// Waits for a call that blocks, on a thread of its own.
    static func call<Value: Sendable>(
        _ what: String,
        _ call: @escaping @Sendable () -> Value
    ) async throws -> Value {
        try await answer(what) { done in Thread.detachNewThread { done(call()) } }
    }

    /// Runs `action` when the limit is over, whatever else blocks.
    static func atLimit(_ action: @escaping @Sendable () -> Void) {
        queue.asyncAfter(deadline: .now() + .seconds(Int(limit.components.seconds)), execute: action)
    }
}
