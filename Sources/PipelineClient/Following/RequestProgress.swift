import FoundationEssentials
package import StageContracts

/// How far a request is.
package struct RequestProgress: Equatable, Sendable {
    /// Where it stands.
    package var status: Status
    /// Percent of the work that is done.
    package var percent: Int

    /// The progress of a request.
    package init(status: Status, percent: Int) {
        (self.status, self.percent) = (status, percent)
    }
}

extension RequestProgress {
    /// Whether this is farther than another: a repeated or late report is not.
    package func isAfter(_ other: RequestProgress) -> Bool {
        guard percent == other.percent else { return percent > other.percent }
        return status.canFollow(other.status)
    }

    /// A request that nobody has taken up yet.
    package static let pending = RequestProgress(status: .pending, percent: 0)

    /// How far the request of a record is.
    package init(_ record: Record) {
        self.init(status: record.status, percent: record.progress)
    }

    /// Reads what an event says; nil if it is none about a request.
    init?(_ event: ServerSentEvent) {
        guard let document = try? JSONDecoder().decode(EventDocument.self, from: Data(event.data.utf8)) else {
            return nil
        }
        self.init(status: document.data.status, percent: document.data.progress)
    }

    /// As much of an event as is needed: what else newer servers write does not matter.
    private struct EventDocument: Decodable {
        struct Data: Decodable {
            let status: Status
            let progress: Int
        }

        let data: Data
    }
}
