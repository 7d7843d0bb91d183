import PipelineRuntime
import Synchronization

/// A handler made of a closure, which remembers what it was called with.
final class TestHandler: LambdaHandler, Sendable {
    private let body: @Sendable ([UInt8], InvocationContext) throws(InvocationFailure) -> [UInt8]
    private let calls = Mutex<[(event: [UInt8], context: InvocationContext)]>([])

    init(_ body: @escaping @Sendable ([UInt8], InvocationContext) throws(InvocationFailure) -> [UInt8]) {
        self.body = body
    }

    /// Answers every event with itself.
    static func echo() -> TestHandler {
        TestHandler { (event, _) throws(InvocationFailure) in event }
    }

    /// Fails every time.
    static func failing(_ type: FailureType, _ message: String) -> TestHandler {
        TestHandler { (_, _) throws(InvocationFailure) in throw InvocationFailure(type, message) }
    }

    var events: [String] { calls.withLock { $0.map { String(decoding: $0.event, as: UTF8.self) } } }

    var contexts: [InvocationContext] { calls.withLock { $0.map(\.context) } }

    func handle(_ event: [UInt8], _ context: InvocationContext) throws(InvocationFailure) -> [UInt8] {
        calls.withLock { $0.append((event, context)) }
        return try body(event, context)
    }
}
