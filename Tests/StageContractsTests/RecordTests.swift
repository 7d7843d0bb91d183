import Testing

@testable import StageContracts

@Suite struct `A record` {
    private func record() throws -> Record {
        Record(requestId: try Samples.requestID(), source: nil, createdAt: Samples.moment)
    }

    @Test func `begins pending with its arrival as history`() throws {
        let record = try record()
        #expect(record.status == .pending)
        #expect(record.history == [StatusChange(.pending, at: Samples.moment)])
        #expect(record.sequence == 0)
    }

    @Test func `keeps every status it had and counts the changes`() throws {
        var record = try record()
        try record.enter(.preprocessing, at: Samples.later(1), progress: 0)
        record.advance(to: 10, at: Samples.later(2))
        try record.enter(.preprocessed, at: Samples.later(3), progress: 25)
        #expect(record.history.map(\.status) == [.pending, .preprocessing, .preprocessed])
        #expect(record.sequence == 3)
        #expect(record.progress == 25)
        #expect(record.updatedAt == Samples.later(3))
    }

    @Test func `refuses a change that the status machine does not know and stays as it was`() throws {
        var record = try record()
        let before = record
        #expect(throws: IllegalTransition(from: .pending, to: .processed)) {
            try record.enter(.processed, at: Samples.later(1), progress: 100)
        }
        #expect(record == before)
    }

    @Test func `a record cannot fail twice`() throws {
        var record = try record()
        try record.fail(Failure(stage: .preprocess, code: .damagedImage), at: Samples.later(1))
        let before = record
        #expect(throws: IllegalTransition.self) {
            try record.fail(Failure(stage: .process, code: .internalError), at: Samples.later(2))
        }
        #expect(record == before)
        #expect(record.failure?.code == .damagedImage)
    }

    @Test func `never shows less progress than before`() throws {
        var record = try record()
        record.advance(to: 60, at: Samples.later(1))
        record.advance(to: 20, at: Samples.later(2))
        record.advance(to: 200, at: Samples.later(3))
        #expect(record.progress == 100)
        #expect(record.sequence == 3)
    }

    @Test func `survives a camera's division by zero`() throws {
        var record = try record()
        record.source = SourceDescription(
            key: "a",
            exif: ExifSummary(focalLength: .infinity, latitude: -.infinity)
        )
        #expect(try Record(decodingJSON: record.encodedJSON) == record)
    }

    @Test func `leaves members of a newer version alone`() throws {
        let record = try record()
        let text = record.encodedText.dropLast() + ",\"colour\":{\"a\":[1]}}"
        #expect(try Record(decodingJSON: Array(text.utf8)) == record)
    }

    @Test(arguments: ["", "{}", "[]", "{\"requestId\":\"../x\"}", "\u{0}"])
    func `is not read from anything else`(text: String) {
        #expect(throws: WireError.self) { try Record(decodingJSON: Array(text.utf8)) }
    }
}
