import Foundation
import Testing

@testable import StageContracts

/// Every message beside a file that holds its wire shape; a change of shape is a change of the file.
///
/// `GOLDEN=write swift test --filter GoldenTests` writes the files anew.
@Suite struct `The wire shape of` {
    @Test func `a request has its golden wire shape`() throws {
        let request = try #require(Samples.read(Samples.fullRequest))
        let text = try compare(request, to: "request")
        #expect(Samples.read(text) == request)
    }

    @Test func `a record that was processed`() throws {
        let record = try Samples.processedRecord()
        #expect(try Record(decodingJSON: Array(try compare(record, to: "record-processed").utf8)) == record)
    }

    @Test func `a record that failed`() throws {
        let record = try Samples.failedRecord()
        #expect(try Record(decodingJSON: Array(try compare(record, to: "record-failed").utf8)) == record)
    }

    @Test(arguments: StageMessage.Kind.allCases)
    func `a message between stages`(kind: StageMessage.Kind) throws {
        let message = StageMessage(kind, requestId: try Samples.requestID())
        let text = try compare(message, to: "message-\(kind.rawValue)")
        #expect(try StageMessage(decodingJSON: Array(text.utf8)) == message)
    }

    @Test func `the events of a request`() throws {
        let contact = RequestContact(salvaging: Array(Samples.fullRequest.utf8))
        var started = Record(requestId: try Samples.requestID(), source: nil, createdAt: Samples.moment)
        try started.enter(.preprocessing, at: Samples.later(20), progress: 0)
        var progressed = started
        progressed.advance(to: 15, at: Samples.later(30))
        let records = [started, progressed, try Samples.processedRecord(), try Samples.failedRecord()]
        for record in records {
            let event = Event(of: record, contact: contact)
            let text = try compare(event, to: "event-\(EventKind(of: record).rawValue)")
            #expect(try Event(decodingJSON: Array(text.utf8)) == event)
        }
    }

    @Test(arguments: ["processed", "failed"])
    func `a callback has its golden wire shape`(outcome: String) throws {
        let contact = RequestContact(salvaging: Array(Samples.fullRequest.utf8))
        let record = try outcome == "failed" ? Samples.failedRecord() : Samples.processedRecord()
        let callback = Callback(of: record, attributes: contact.attributes)
        let text = try compare(callback, to: "callback-\(outcome)")
        #expect(try Callback(decodingJSON: Array(text.utf8)) == callback)
    }

    /// Compares a value with its file and answers the file's text.
    private func compare(_ value: some WireEncodable, to name: String) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).json")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let text =
            String(decoding: try encoder.encode(JSONValue(parsing: value.encodedJSON)), as: UTF8.self) + "\n"
        if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(text == golden)
        return golden
    }
}

extension Samples {
    /// A request that went all the way, its record with every part filled.
    static func processedRecord() throws -> Record {
        let source = ImageSource.key(try UploadKey(reading: "uploads/1/photo.jpg"))
        var record = Record(requestId: try requestID(), source: source, createdAt: moment)
        try record.enter(.preprocessing, at: later(20), progress: 0)
        record.source = SourceDescription(
            key: "uploads/1/photo.jpg",
            format: .jpeg,
            width: 4000,
            height: 3000,
            bytes: 3_145_728,
            orientation: 6,
            frames: 1,
            hasAlpha: false,
            exif: exif
        )
        record.preprocessed = StoredImage(
            key: "order-42/source.jpg",
            format: .jpeg,
            width: 4000,
            height: 3000,
            bytes: 3_100_000,
            treatment: .turned
        )
        record.stages.preprocess = StageRun(
            attempts: 1,
            startedAt: later(20),
            finishedAt: later(120),
            milliseconds: 100,
            steps: ["fetch": 40, "turn": 30]
        )
        try record.enter(.preprocessed, at: later(120), progress: 25)
        try record.enter(.processing, at: later(150), progress: 25)
        record.outputs = [
            Output(
                name: "small",
                id: "order-42_small",
                key: "order-42/small.webp",
                url: "https://example.com/small.webp?x=1&y=2",
                urlExpiresAt: later(86_400_000),
                format: .webp,
                width: 200,
                height: 150,
                bytes: 6_000,
                operations: [
                    .orient(6, lossless: true), .convertProfile(from: "Display P3"),
                    .resize(width: 200, height: 150, fit: nil, filter: .lanczos3, linearLight: false),
                    .encode(.webp, quality: 80, effort: 2),
                ]
            )
        ]
        record.warnings = [
            Warning(code: .notEnlarged, text: "“small” has the size of the source.", output: "small")
        ]
        record.stages.process = StageRun(
            attempts: 2,
            startedAt: later(150),
            finishedAt: later(400),
            milliseconds: 250
        )
        try record.enter(.processed, at: later(400), progress: 100)
        record.stages.notify = StageRun(
            attempts: 1,
            startedAt: later(420),
            finishedAt: later(500),
            milliseconds: 80
        )
        record.note(Notification(channel: .email, status: .sent, at: later(490), id: "0100-abc"))
        record.note(Notification(channel: .webhook, status: .failed, at: later(495), detail: "410 Gone"))
        return record
    }

    /// A request that was refused.
    static func failedRecord() throws -> Record {
        var record = Record(requestId: try requestID(), source: nil, createdAt: moment)
        let invalid = #expect(throws: InvalidRequest.self) {
            try ProcessingRequest(reading: Array(#"{"colour":1}"#.utf8))
        }
        record.stages.preprocess = StageRun(
            attempts: 1,
            startedAt: later(20),
            finishedAt: later(30),
            milliseconds: 10
        )
        try record.fail(
            invalid?.failure(at: .preprocess) ?? Failure(stage: .process, code: .internalError),
            at: later(30)
        )
        return record
    }

    private static let exif = ExifSummary(
        cameraMake: "Canon",
        cameraModel: "EOS R5",
        lensMake: "Canon",
        lensModel: "RF 24-70",
        exposureTime: "1/250",
        aperture: 2.8,
        iso: 100,
        focalLength: 35,
        exposureBias: -0.3,
        flash: false,
        takenAt: "2026-01-31T23:59:59",
        digitizedAt: "2026-01-31T23:59:59",
        modifiedAt: "2026-02-01T08:00:00",
        latitude: 48.137,
        longitude: 11.575,
        altitude: 519,
        artist: "Zoë",
        copyright: "© Zoë",
        software: "Firmware 1.0"
    )
}
