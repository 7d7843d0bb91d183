import Foundation
import Synchronization

@testable import LocalLambda

/// Stands for a pool: a test sees what is invoked and says how it ends.
final class FakeInvoker: FunctionInvoker {
    private typealias Call = (invocation: Invocation, then: @Sendable (InvocationResult) -> Void)
    private let calls = Mutex<[Call]>([])

    var invocations: [Invocation] { calls.withLock { $0.map(\.invocation) } }

    func invoke(_ invocation: Invocation, then: @escaping @Sendable (InvocationResult) -> Void) {
        calls.withLock { $0.append((invocation, then)) }
    }

    /// Ends the call of that number.
    func end(_ index: Int, _ outcome: InvocationOutcome) {
        let call = calls.withLock { $0[index] }
        call.then(InvocationResult(requestID: call.invocation.requestID, outcome: outcome))
    }

    func end(_ index: Int, answer: String) {
        end(index, .success(payload: Array(answer.utf8)))
    }

    /// The bodies of the messages of each call.
    var batches: [[String]] {
        get throws {
            try invocations.map { invocation in
                try JSONDecoder().decode(Event.self, from: Data(invocation.payload)).Records.map(\.body)
            }
        }
    }

    private struct Event: Decodable {
        // swift-format-ignore: AlwaysUseLowerCamelCase
        // The name on the wire, read without the emulator's own keys.
        let Records: [Record]

        struct Record: Decodable {
            let body: String
        }
    }
}
