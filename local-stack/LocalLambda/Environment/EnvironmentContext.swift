/// What execution environments share with each other.
@LambdaActor
final class EnvironmentContext {
    let settings: LambdaSettings
    let clock: any LambdaClock
    let log: any FunctionLog
    let watchdog = OrphanWatchdog()

    init(settings: LambdaSettings, clock: any LambdaClock, log: any FunctionLog) {
        self.settings = settings
        self.clock = clock
        self.log = log
    }
}
