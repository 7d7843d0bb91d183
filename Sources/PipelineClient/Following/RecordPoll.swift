import StageContracts

/// Looks at a request's record again and again, less and less often while nothing changes.
struct RecordPoll {
    /// How long a request that somebody named may have no record: its first stage writes it.
    private static let patience = Duration.seconds(3)
    private static let shortest = Duration.milliseconds(50)
    private static let longest = Duration.seconds(2)
    /// The most failures in a row that are taken for a moment's trouble.
    private static let maximumFailureCount = 5

    private let id: String
    private let pause: (Duration) -> Void
    private let record: () throws(APIError) -> RecordDocument?

    /// A poll for the record of a request; `record` asks for it, and `pause` waits for a time.
    init(
        _ id: String,
        pause: @escaping (Duration) -> Void,
        record: @escaping () throws(APIError) -> RecordDocument?
    ) {
        (self.id, self.pause, self.record) = (id, pause, record)
    }

    /// The record of a request that somebody named.
    func find() throws(APIError) -> RecordDocument {
        guard let document = try look() else { throw .refused(Self.unknown(id)) }
        return document
    }

    /// The record of a request; nil if it does not come up within seconds.
    func look() throws(APIError) -> RecordDocument? {
        var waited = Duration.zero
        var interval = Self.shortest
        while true {
            if let document = try record() { return document }
            guard waited < Self.patience else { return nil }
            pause(interval)
            waited += interval
            interval = min(interval * 2, Self.longest)
        }
    }

    /// The record of a request that was accepted, as soon as there is one.
    func start() throws(APIError) -> RecordDocument {
        var interval = Self.shortest
        while true {
            if let document = try patientRecord() { return document }
            pause(interval)
            interval = min(interval * 3 / 2, Self.longest)
        }
    }

    /// Waits for the record to say that the request has ended.
    func end(mayBeMissing: Bool, _ report: (RequestProgress) -> Void) throws(APIError) -> RecordDocument {
        var interval = Self.shortest
        var last: RequestProgress?
        while true {
            let document = try patientRecord()
            if document == nil, !mayBeMissing { throw .refused(Self.unknown(id)) }
            let progress = document.map { RequestProgress($0.record) } ?? .pending
            if let document, progress.status.isTerminal { return document }
            if progress != last { report(progress) }
            interval = progress == last ? min(interval * 3 / 2, Self.longest) : Self.shortest
            last = progress
            pause(interval)
        }
    }

    /// The record, asked for several times where the API is away for a moment or cannot answer.
    private func patientRecord() throws(APIError) -> RecordDocument? {
        var failureCount = 0
        while true {
            do throws(APIError) {
                return try record()
            } catch {
                failureCount += 1
                guard error.isMomentary, failureCount < Self.maximumFailureCount else { throw error }
                pause(.milliseconds(250) * (1 << failureCount))
            }
        }
    }

    static func unknown(_ id: String) -> APIRefusal {
        APIRefusal(status: 404, title: "No request “\(id)” is known")
    }
}

extension APIError {
    /// Whether the same question may be answered a moment later.
    fileprivate var isMomentary: Bool {
        switch self {
        case .unreachable: true
        case .refused(let refusal): refusal.status == 429 || refusal.status >= 500
        case .notThisAPI(_, let status): status >= 500
        case .tooLarge, .file, .link: false
        }
    }
}
