import StageContracts

/// A stage's place in the flow: the status it works in, the one it ends in, and its share of the progress.
struct StagePlan: Sendable {
    /// The status while it works; nil for the notifier, which does not change it.
    let works: Status?
    /// The status when it is done.
    let ends: Status?
    /// Percent of the whole at its begin and end.
    let progress: ClosedRange<Int>

    static func of(_ stage: StageName) -> StagePlan {
        switch stage {
        case .preprocess:
            StagePlan(works: .preprocessing, ends: .preprocessed, progress: 0...25)
        case .process:
            StagePlan(works: .processing, ends: .processed, progress: 25...100)
        case .notify: StagePlan(works: nil, ends: nil, progress: 100...100)
        }
    }

    /// Percent of the whole when a share of the stage's work is done; the end is left to the stage's outcome.
    func percent(at share: Double) -> Int {
        guard share.isFinite else { return progress.lowerBound }
        let span = Double(progress.upperBound - progress.lowerBound)
        let percent = progress.lowerBound + Int(min(max(share, 0), 1) * span)
        return min(percent, max(progress.lowerBound, progress.upperBound - 1))
    }
}
