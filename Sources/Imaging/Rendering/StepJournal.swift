/// What is done to a picture, noted while the steps are opened and run.
final class StepJournal {
    /// A place in the order of steps.
    struct Place {
        fileprivate let index: Int
    }

    /// Whose operations are noted.
    let level: AppliedStep.Level
    private var places: [[AppliedStep]] = []

    /// An empty journal.
    init(_ level: AppliedStep.Level) {
        self.level = level
    }

    /// All that was noted, in the order in which it takes effect.
    var steps: [AppliedStep] {
        places.flatMap(\.self)
    }

    /// Notes steps behind all others.
    func note(_ steps: [AppliedStep]) {
        places.append(steps)
    }

    /// Keeps a place for a step that is known later than those after it.
    func reserve() -> Place {
        places.append([])
        return Place(index: places.count - 1)
    }

    /// Notes steps at a place that was kept for them.
    func note(_ steps: [AppliedStep], at place: Place) {
        places[place.index] = steps
    }
}
