/// A function as the template describes it.
package struct FunctionDefinition: Sendable, Hashable {
    /// The function's name.
    package let name: String
    /// The absolute path of the folder that holds the executable `bootstrap`; functions run in it.
    package let codeDirectory: String
    /// What `_HANDLER` says; a custom runtime may use or ignore it.
    package let handler: String
    /// How long an invocation may take.
    package let timeout: Duration
    /// How much resident memory a function's process and its children may use, in MiB.
    package let memoryMegabytes: Int
    /// Variables for the process; reserved names are overridden by the emulator.
    package let environment: [String: String]
    /// The reserved concurrency, beyond which invocations are throttled; nil: they queue at the machine's limit.
    package let maximumConcurrency: Int?

    /// A function; the defaults are those of `AWS::Lambda::Function`.
    package init(
        name: String,
        codeDirectory: String,
        handler: String = "bootstrap",
        timeout: Duration = .seconds(3),
        memoryMegabytes: Int = 128,
        environment: [String: String] = [:],
        maximumConcurrency: Int? = nil
    ) {
        self.name = name
        self.codeDirectory = codeDirectory
        self.handler = handler
        self.timeout = timeout
        self.memoryMegabytes = memoryMegabytes
        self.environment = environment
        self.maximumConcurrency = maximumConcurrency
    }

    /// The file that is started: `bootstrap`, as for every `provided` runtime.
    package var executablePath: String { codeDirectory + "/bootstrap" }
}
