import Testing

@testable import StageContracts

@Suite struct `An event` {
    private func record(_ statuses: [Status]) throws -> Record {
        var record = Record(requestId: try Samples.requestID(), source: nil, createdAt: Samples.moment)
        for (index, status) in statuses.enumerated() {
            try record.enter(status, at: Samples.later(index + 1), progress: index * 20)
        }
        return record
    }

    @Test(
        arguments: [
            ([.preprocessing], EventKind.started), ([.preprocessing, .preprocessed], .progress),
            ([.preprocessing, .preprocessed, .processing], .progress),
            ([.preprocessing, .preprocessed, .processing, .processed], .completed),
            ([.failed], .failed), ([.cancelled], .cancelled),
        ] as [([Status], EventKind)]
    )
    func `tells what the record's state means`(statuses: [Status], kind: EventKind) throws {
        let record = try record(statuses)
        #expect(EventKind(of: record) == kind)
        #expect(Event(of: record, contact: RequestContact(salvaging: [])).type == kind.type)
    }

    @Test func `is the same after the owner was told`() throws {
        var record = try record([.preprocessing, .failed])
        let contact = RequestContact(salvaging: [])
        let before = Event(of: record, contact: contact)
        record.note(Notification(channel: .email, status: .sent, at: Samples.later(500)))
        #expect(Event(of: record, contact: contact) == before)
    }
}
