import StageContracts

extension Record {
    /// Makes a change of status whose legality was looked at before.
    mutating func change(_ body: (inout Record) throws(IllegalTransition) -> Void) {
        do {
            try body(&self)
        } catch {
            preconditionFailure("the status was looked at before: \(error.from) to \(error.to)")
        }
    }

    /// Ends the request with a failure, unless it has ended.
    mutating func end(with failure: Failure, at moment: Timestamp) {
        guard !status.isTerminal else { return }
        change { record throws(IllegalTransition) in try record.fail(failure, at: moment) }
    }
}
