/// Where a process finds its work.
enum HostMode: Sendable, Hashable {
    /// Lambda's Runtime API at `authority`, with `concurrency` loops.
    case lambda(authority: String, concurrency: Int)
    /// A queue that the process polls itself.
    case queue(QueueSettings, AWSConfiguration)

    /// Decides by the environment: `AWS_LAMBDA_RUNTIME_API` comes first, which only the platform sets.
    ///
    /// - Throws: When neither that nor `QUEUE_URL` is set, or what goes with it is unusable.
    init(_ environment: Environment) throws(SettingsError) {
        if let authority = environment["AWS_LAMBDA_RUNTIME_API"] {
            self = .lambda(authority: authority, concurrency: Self.concurrency(environment))
        } else if environment["QUEUE_URL"] != nil {
            self = try SettingsReader.read(environment) { reader in
                .queue(QueueSettings(reading: &reader), AWSConfiguration(reading: &reader))
            }
        } else {
            throw SettingsError([
                SettingsProblem(
                    "QUEUE_URL",
                    "QUEUE_URL is not set: set it to the URL of the queue to poll, or run this program on Lambda, "
                        + "which sets AWS_LAMBDA_RUNTIME_API"
                )
            ])
        }
    }

    /// How many loops run.
    var concurrency: Int {
        switch self {
        case .lambda(_, let concurrency): concurrency
        case .queue(let settings, _): settings.concurrency
        }
    }

    /// Lambda Managed Instances say how many invocations may run at once; anywhere else it is one.
    private static func concurrency(_ environment: Environment) -> Int {
        max(1, environment["AWS_LAMBDA_MAX_CONCURRENCY"].flatMap(Int.init) ?? 1)
    }
}
