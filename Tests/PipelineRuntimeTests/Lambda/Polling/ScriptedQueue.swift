import Synchronization
import Testing

@testable import PipelineRuntime

/// A queue that gives out batches by a script, notes what becomes of them, and asks to stop at the script's end.
final class ScriptedQueue: QueueClient, Sendable {
    private struct State {
        var batches: [Result<[SQSMessage], QueueError>]
        var deleted: [[String]] = []
        var givenBack: [[String]] = []
        var receives: [String] = []
        var deleteError: QueueError?
    }

    let gate = WorkGate()
    private let state: Mutex<State>

    init(_ batches: [Result<[SQSMessage], QueueError>], deleteError: QueueError? = nil) {
        state = Mutex(State(batches: batches, deleteError: deleteError))
    }

    var deleted: [[String]] { state.withLock(\.deleted) }

    var givenBack: [[String]] { state.withLock(\.givenBack) }

    /// What was asked for, as count, wait and visibility.
    var receives: [String] { state.withLock(\.receives) }

    func receive(
        maximumMessageCount: Int,
        waitTime: Duration,
        visibilityTimeout: Duration
    ) throws(QueueError) -> [SQSMessage] {
        let batch = state.withLock { state -> Result<[SQSMessage], QueueError>? in
            state.receives.append("\(maximumMessageCount) \(waitTime) \(visibilityTimeout)")
            return state.batches.isEmpty ? nil : state.batches.removeFirst()
        }
        guard let batch else {
            gate.close()
            return []
        }
        return try batch.get()
    }

    func delete(_ receiptHandles: [String]) throws(QueueError) {
        let error = state.withLock { state in
            state.deleted.append(receiptHandles)
            return state.deleteError
        }
        if let error { throw error }
    }

    func giveBack(_ receiptHandles: [String]) throws(QueueError) {
        state.withLock { $0.givenBack.append(receiptHandles) }
    }
}
