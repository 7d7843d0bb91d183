@testable import LocalLambda

/// An alarm of a `ManualClock`.
@LambdaActor
final class ManualAlarm: Alarm {
    let due: Duration
    let action: @LambdaActor @Sendable () -> Void
    private(set) var isCancelled = false

    init(due: Duration, action: @escaping @LambdaActor @Sendable () -> Void) {
        self.due = due
        self.action = action
    }

    func cancel() {
        isCancelled = true
    }
}
