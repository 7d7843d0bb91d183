/// Why an action left nothing behind.
package enum ActionFailure<Refusal: Error>: Error {
    /// The action threw, and what it had changed was undone.
    case refused(Refusal)
    /// The store did not keep what the action did: it is closed, or the commit failed.
    case store(StoreError)
}

extension ActionFailure: Equatable where Refusal: Equatable {}

extension ActionFailure<StoreError> {
    /// The store's error, whether the action met it or the commit.
    package var storeError: StoreError {
        switch self {
        case .refused(let error), .store(let error): error
        }
    }
}

extension ActionFailure<Never> {
    /// The store's error; the action has none.
    package var storeError: StoreError {
        switch self {
        case .store(let error): error
        }
    }
}
