import Glibc

/// What all functions of one local stack have in common.
package struct LambdaSettings: Sendable {
    /// The region functions believe to be in.
    package var region = "us-east-1"
    /// The account in their ARNs.
    package var account = "000000000000"
    /// The credentials they get.
    package var accessKeyID = "test"
    /// The secret that goes with the key.
    package var secretAccessKey = "test"
    /// Where functions find AWS's services (`AWS_ENDPOINT_URL`); nil: in the cloud.
    package var endpointURL: String?
    /// The session token that goes with the key; none by default.
    package var sessionToken: String?
    /// How long a function may take until its first call of `next`; Lambda gives it ten seconds.
    package var initializationTimeout = Duration.seconds(10)
    /// How long an execution environment is kept frozen for the next invocation.
    package var idleLifetime = Duration.seconds(300)
    /// How long a process has between `SIGTERM` and `SIGKILL`; Lambda gives 500 ms where an extension is registered.
    package var shutdownGrace = Duration.milliseconds(500)
    /// How often the memory of a running function is looked at.
    package var memorySamplingInterval = Duration.milliseconds(25)
    /// How many execution environments a function without reserved concurrency may have, whatever its memory.
    ///
    /// Nil: as many as ``environmentLimit(memoryMegabytes:)`` says. Further invocations queue.
    package var environmentsPerFunction: Int?

    /// The defaults.
    package init() {}

    /// How many execution environments a function without reserved concurrency may have.
    ///
    /// Lambda's limit is an account's thousand. Here they share one machine: five, as a queue's first batches have, or as many
    /// as two for each processor would be that have a whole one. On Lambda that is so at 1,769 MB ("Configure Lambda function
    /// memory"), and those with less have less of it: a function that only waits for others may do so often at a time.
    package func environmentLimit(memoryMegabytes: Int) -> Int {
        if let environmentsPerFunction { return environmentsPerFunction }
        let whole = 2 * sysconf(Int32(_SC_NPROCESSORS_ONLN))
        return max(5, whole, whole * 1_769 / max(memoryMegabytes, 1))
    }

    /// The ARN of a function.
    package func functionARN(_ name: String) -> String {
        "arn:aws:lambda:\(region):\(account):function:\(name)"
    }
}
