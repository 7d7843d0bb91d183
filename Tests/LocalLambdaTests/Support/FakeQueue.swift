import Synchronization

@testable import LocalLambda

/// A queue in memory that follows a clock and counts what is asked of it.
final class FakeQueue: PolledQueue {
    private struct State {
        var visible: [PolledMessage] = []
        var invisible: [(message: PolledMessage, until: Duration)] = []
        var deleted: [String] = []
        var requests: [(maximum: Int, handlingTime: Duration)] = []
        var observers: [@Sendable () -> Void] = []
        var heldReplies: [@Sendable () -> Void]?
        var isBroken = false
    }

    let arn = "arn:aws:sqs:eu-west-1:123456789012:jobs"
    let visibilityTimeout: Duration
    private let clock: ManualClock
    private let state = Mutex(State())

    init(clock: ManualClock, visibilityTimeout: Duration = .seconds(30)) {
        self.clock = clock
        self.visibilityTimeout = visibilityTimeout
    }

    /// The bodies of the messages that were deleted, in order.
    var deleted: [String] { state.withLock { $0.deleted } }
    var requests: [(maximum: Int, handlingTime: Duration)] { state.withLock { $0.requests } }

    func send(_ bodies: String...) {
        send(bodies)
    }

    func send(_ bodies: [String]) {
        send(bodies.map { FakeQueue.message($0) })
    }

    func send(_ messages: [PolledMessage]) {
        let observers = state.withLock { state in
            state.visible += messages
            return state.observers
        }
        for changed in observers { changed() }
    }

    /// Ends the visibility timeouts that are over, and says so.
    func expire() {
        let messages = state.withLock { state in
            let over = state.invisible.filter { $0.until <= clock.uptime }
            state.invisible.removeAll { $0.until <= clock.uptime }
            return over.map(\.message)
        }
        send(messages)
    }

    /// Lets every receive fail, or none.
    func setBroken(_ isBroken: Bool) {
        state.withLock { $0.isBroken = isBroken }
    }

    /// Lets receives hang until `answerReceives`.
    func holdReceives() {
        state.withLock { $0.heldReplies = [] }
    }

    func answerReceives() {
        let replies = state.withLock { state in
            defer { state.heldReplies = nil }
            return state.heldReplies ?? []
        }
        for reply in replies { reply() }
    }

    func receive(maximum: Int, handlingTime: Duration, then: @escaping @Sendable (PolledBatch?) -> Void) {
        let messages = state.withLock { state -> [PolledMessage]? in
            state.requests.append((maximum, handlingTime))
            if state.isBroken { return nil }
            let messages = Array(state.visible.prefix(maximum))
            state.visible.removeFirst(messages.count)
            state.invisible += messages.map { ($0, clock.uptime + visibilityTimeout) }
            return messages
        }
        guard let messages else { return then(nil) }
        let batch = PolledBatch(messages: messages, visibilityTimeout: visibilityTimeout)
        let isHeld = state.withLock { state in
            state.heldReplies?.append { then(batch) }
            return state.heldReplies != nil
        }
        if !isHeld { then(batch) }
    }

    func delete(receiptHandles: [String], then: @escaping @Sendable () -> Void) {
        state.withLock { state in
            for handle in receiptHandles {
                state.invisible.removeAll { $0.message.receiptHandle == handle }
                state.deleted.append(String(handle.dropFirst("receipt-".count)))
            }
        }
        then()
    }

    func observe(_ changed: @escaping @Sendable () -> Void) {
        state.withLock { $0.observers.append(changed) }
    }

    static func message(_ body: String) -> PolledMessage {
        PolledMessage(
            id: "id-\(body.prefix(20))",
            receiptHandle: "receipt-\(body.prefix(20))",
            body: body,
            md5OfBody: "0"
        )
    }
}
