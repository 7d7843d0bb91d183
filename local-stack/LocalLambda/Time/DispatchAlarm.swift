import Dispatch

/// A timer of the system; cancelled, it lets go of its action at once.
@LambdaActor
final class DispatchAlarm: Alarm {
    private let timer: any DispatchSourceTimer

    init(after delay: Duration, _ action: @escaping @LambdaActor @Sendable () -> Void) {
        timer = DispatchSource.makeTimerSource(queue: LambdaActor.queue)
        timer.schedule(
            deadline: .now() + .microseconds(max(0, delay.wholeMicroseconds)),
            leeway: .milliseconds(1)
        )
        timer.setEventHandler { [timer] in
            timer.cancel()
            action()
        }
        timer.activate()
    }

    func cancel() {
        timer.cancel()
    }
}
