/// Who hands invocations to an execution environment.
@LambdaActor
protocol ExecutionEnvironmentOwner: AnyObject {
    /// It has started; `environmentIsReady` follows.
    func environmentHasStarted(_ environment: ExecutionEnvironment)

    /// It waits for an invocation; if it is not given one now, it is frozen.
    func environmentIsReady(_ environment: ExecutionEnvironment)

    /// It never became ready and will not; `environmentIsEnding` follows.
    func environment(_ environment: ExecutionEnvironment, didFailToStart failure: RuntimeFailure)

    /// It takes no more invocations.
    func environmentIsEnding(_ environment: ExecutionEnvironment)

    /// Its process is gone.
    func environmentHasEnded(_ environment: ExecutionEnvironment)
}
