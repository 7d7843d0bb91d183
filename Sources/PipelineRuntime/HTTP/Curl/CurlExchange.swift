/// The state of one `send`: which requests are under way, and the results so far.
struct CurlExchange {
    /// The transfers under way, each with its request's place.
    var running: [(index: Int, transfer: CurlTransfer)] = []
    private var results: [Result<HTTPResponse, HTTPError>?]

    /// Makes the state of an exchange of `count` requests.
    init(_ count: Int) {
        results = .init(repeating: nil, count: count)
    }

    /// Notes the result of the request at `index`.
    mutating func finish(_ index: Int, _ result: Result<HTTPResponse, HTTPError>) {
        results[index] = result
    }

    /// Takes out the transfer that runs on `handle`.
    mutating func takeRunning(on handle: UnsafeMutableRawPointer) -> (index: Int, transfer: CurlTransfer)? {
        running.firstIndex { $0.transfer.handle.pointer == handle }.map { running.remove(at: $0) }
    }

    /// The time until the first transfer is to be ended although more of its answer may come; `nil` without one.
    var nextCutOff: Duration? { running.compactMap { $0.transfer.cutOff.remaining() }.min() }

    /// Takes out the transfers for which that time has come.
    mutating func takeCutOff() -> [(index: Int, transfer: CurlTransfer)] {
        let due = running.filter { $0.transfer.cutOff.hasPassed() }
        running.removeAll { $0.transfer.cutOff.hasPassed() }
        return due
    }

    /// The results in the order of the requests.
    func finishedResults() -> [Result<HTTPResponse, HTTPError>] {
        results.map { $0 ?? .failure(HTTPError(.curlFailed, "the transfer never ended")) }
    }
}
