/// Runs functions for callers that do not wait (`InvocationType=Event`).
///
/// As Lambda does: two more attempts after an error, a minute and two minutes later; throttled ones are tried again for six
/// hours. Nothing is kept over a restart.
@LambdaActor
package final class AsynchronousInvoker {
    private static let delaysAfterErrors = [Duration.seconds(60), .seconds(120)]
    private static let maximumAge = Duration.seconds(6 * 3_600)

    private let invoker: any FunctionInvoker
    private let clock: any LambdaClock

    /// Hands invocations to `invoker`.
    package nonisolated init(_ invoker: any FunctionInvoker, clock: any LambdaClock) {
        self.invoker = invoker
        self.clock = clock
    }

    /// Takes an invocation; its request id stays the same over all attempts.
    package nonisolated func submit(_ invocation: Invocation) {
        LambdaActor.post {
            let end = self.clock.uptime + Self.maximumAge
            self.attempt(invocation, until: end, after: Self.delaysAfterErrors[...], .seconds(1))
        }
    }

    private func attempt(
        _ invocation: Invocation,
        until end: Duration,
        after errors: ArraySlice<Duration>,
        _ throttle: Duration
    ) {
        invoker.invoke(invocation) { result in
            LambdaActor.post {
                switch result.outcome {
                case .success, .unknownFunction: break
                case .functionError:
                    guard let delay = errors.first else { return }
                    self.retry(delay) {
                        self.attempt(invocation, until: end, after: errors.dropFirst(), throttle)
                    }
                case .throttled:
                    guard self.clock.uptime + throttle < end else { return }
                    let next = min(throttle * 2, .seconds(300))
                    self.retry(throttle) { self.attempt(invocation, until: end, after: errors, next) }
                }
            }
        }
    }

    private func retry(_ delay: Duration, _ action: @escaping @LambdaActor @Sendable () -> Void) {
        _ = clock.schedule(after: delay, action)
    }
}
