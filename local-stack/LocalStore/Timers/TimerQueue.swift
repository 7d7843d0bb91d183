/// Timers by key, taken out in the order in which they fall due.
struct TimerQueue: Sendable {
    typealias Action = @Sendable (Database) throws -> Void

    private struct Entry: Sendable {
        let moment: Timestamp
        let sequence: Int
        let action: Action
    }

    private struct Slot: Comparable {
        let moment: Timestamp
        let sequence: Int
        let key: String

        static func < (left: Slot, right: Slot) -> Bool {
            (left.moment, left.sequence) < (right.moment, right.sequence)
        }
    }

    private var entries: [String: Entry] = [:]
    /// A binary heap; a slot whose sequence is not its entry's was replaced or cancelled.
    private var heap: [Slot] = []
    private var nextSequence = 0

    /// Applies what actions asked for, in order.
    mutating func apply(_ changes: [TimerChange]) {
        for change in changes { apply(change) }
    }

    /// Applies what an action asked for.
    mutating func apply(_ change: TimerChange) {
        switch change {
        case .cancel(let key): entries[key] = nil
        case .set(let key, let moment, let action):
            entries[key] = Entry(moment: moment, sequence: nextSequence, action: action)
            push(Slot(moment: moment, sequence: nextSequence, key: key))
            nextSequence += 1
        }
    }

    /// When the next timer falls due.
    var nextMoment: Timestamp? {
        mutating get {
            dropReplaced()
            return heap.first?.moment
        }
    }

    /// Takes out all timers that are due, the earliest first.
    mutating func takeDue(at now: Timestamp) -> [(key: String, action: Action)] {
        var due: [(key: String, action: Action)] = []
        while let moment = nextMoment, moment <= now {
            let slot = pop()
            if let entry = entries.removeValue(forKey: slot.key) { due.append((slot.key, entry.action)) }
        }
        return due
    }

    private mutating func dropReplaced() {
        while let first = heap.first, entries[first.key]?.sequence != first.sequence { _ = pop() }
    }

    private mutating func push(_ slot: Slot) {
        heap.append(slot)
        var index = heap.count - 1
        while index > 0, heap[index] < heap[(index - 1) / 2] {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    private mutating func pop() -> Slot {
        heap.swapAt(0, heap.count - 1)
        let slot = heap.removeLast()
        var index = 0
        while true {
            var smallest = index
            for child in [2 * index + 1, 2 * index + 2]
            where child < heap.count && heap[child] < heap[smallest] {
                smallest = child
            }
            guard smallest != index else { return slot }
            heap.swapAt(index, smallest)
            index = smallest
        }
    }
}
