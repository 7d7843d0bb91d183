import Foundation

@testable import LocalLambda

/// A pool with one function, `fn`, whose clock stands still unless a test advances it.
final class EnvironmentFixture: Sendable {
    let folder: FunctionFolder
    let log = RecordingLog()
    let clock = ManualClock()
    let pool: FunctionPool

    init(
        _ folder: FunctionFolder,
        timeout: Duration = .seconds(20),
        memoryMegabytes: Int = 512,
        environment: [String: String] = [:],
        maximumConcurrency: Int? = nil,
        settings: LambdaSettings = LambdaSettings()
    ) {
        self.folder = folder
        let function = folder.function(
            timeout: timeout,
            memoryMegabytes: memoryMegabytes,
            environment: environment,
            maximumConcurrency: maximumConcurrency
        )
        pool = FunctionPool([function], settings: settings, clock: clock, log: log)
    }

    /// A function in Python.
    convenience init(
        python handler: String,
        timeout: Duration = .seconds(20),
        memoryMegabytes: Int = 512
    ) throws {
        try self.init(FunctionFolder(python: handler), timeout: timeout, memoryMegabytes: memoryMegabytes)
    }

    /// A program that is no runtime at all.
    convenience init(shell: String, timeout: Duration = .seconds(20)) throws {
        try self.init(FunctionFolder(["bootstrap": "#!/bin/sh\n" + shell]), timeout: timeout)
    }

    /// Runs the function once and ends its process.
    func runOnce(_ payload: String = "{}") async throws -> InvocationResult {
        let result = try await pool.run(payload)
        try await pool.shutDown()
        return result
    }
}

extension InvocationResult {
    /// The error document.
    func error() throws -> ErrorText {
        try JSONDecoder().decode(ErrorText.self, from: Data((text ?? "").utf8))
    }
}

/// What an error document says, with the request id taken out.
struct ErrorText: Decodable, Equatable {
    let errorType: String
    let errorMessage: String

    init(_ errorType: String, _ errorMessage: String) {
        self.errorType = errorType
        self.errorMessage = errorMessage
    }

    func without(_ requestID: String) -> Self {
        Self(errorType, errorMessage.replacingOccurrences(of: requestID, with: "<id>"))
    }
}
