import LocalLambda

/// Measures how many invocations a second get through the emulator.
struct Measurement {
    private struct Silence: FunctionLog {
        func write(_ line: [UInt8], function: String) {}
    }

    private let pool: FunctionPool
    private let parallelCount: Int
    private let count: Int

    /// Takes a folder, how many callers there are and how many calls each makes.
    init(_ arguments: [String]) {
        let function = FunctionDefinition(name: "fn", codeDirectory: arguments[0], timeout: .seconds(600))
        var settings = LambdaSettings()
        parallelCount = Int(arguments[1]) ?? 1
        settings.environmentsPerFunction = parallelCount
        count = Int(arguments[2]) ?? 1_000
        pool = FunctionPool([function], settings: settings, log: Silence())
    }

    func run() async {
        await calls(10)
        let time = await ContinuousClock().measure { await calls(count) }
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        print("\(Int(Double(count * parallelCount) / seconds)) invocations/s, \(parallelCount) at once")
        await withCheckedContinuation { continuation in pool.shutDown { continuation.resume() } }
    }

    private func calls(_ count: Int) async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<parallelCount { group.addTask { await caller(count) } }
        }
    }

    private func caller(_ count: Int) async {
        for _ in 0..<count {
            await withCheckedContinuation { continuation in
                pool.invoke(Invocation(functionName: "fn", payload: Array("{}".utf8))) { _ in
                    continuation.resume()
                }
            }
        }
    }
}
