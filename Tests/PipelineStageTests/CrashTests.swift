import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

/// What is left in the end, without the times and counts in which two runs may differ.
private struct Residue: Equatable {
    let status: Status
    let history: [Status]
    let sequence: Int
    let progress: Int
    let outputs: [Output]
    let source: SourceDescription?
    let preprocessed: StoredImage?
    let failure: Failure?
    let notifications: Int
    let warnings: [Warning]
    let objects: [String: [UInt8]]
    let eventIDs: Set<String>
    let hasLeftovers: Bool

    init(_ pipeline: TestPipeline) throws {
        let record = try pipeline.cloud.record("order-1")
        (status, sequence, progress) = (record.status, record.sequence, record.progress)
        history = record.history.map(\.status)
        (outputs, source, preprocessed) = (record.outputs, record.source, record.preprocessed)
        (failure, warnings) = (record.failure, record.warnings)
        notifications = record.notifications.count
        objects = pipeline.cloud.objects
        eventIDs = Set(try pipeline.events.map { "\($0.id) \($0.type)" })
        hasLeftovers = !pipeline.isIdle
    }
}

/// The ways in which a request can go.
enum Way: CaseIterable {
    case processed
    case rejectedByContract
    case rejectedByPreprocessor
    case rejectedByProcessor
    case rejectedByNotifier

    var body: String {
        self == .rejectedByContract
            ? #"{"requestId":"order-1","notify":{"email":"a@b.de"}}"# : Requests.text()
    }

    private var rejecting: StageName? {
        switch self {
        case .processed, .rejectedByContract: nil
        case .rejectedByPreprocessor: .preprocess
        case .rejectedByProcessor: .process
        case .rejectedByNotifier: .notify
        }
    }

    /// A pipeline with this way's request waiting.
    func pipeline() -> TestPipeline {
        let pipeline = TestPipeline()
        if let rejecting {
            pipeline.scripts[rejecting]?.before = { (_) throws(StageFailure) in
                throw .reject(.damagedImage, detail: "it is broken")
            }
        }
        pipeline.send(body)
        return pipeline
    }

    /// How many requests all stages make together when nothing goes wrong.
    func requestCount() throws -> Int {
        let pipeline = pipeline()
        try pipeline.run()
        return pipeline.cloud.requestCount
    }
}

@Suite struct `A process killed at any request` {
    @Test(arguments: Way.allCases)
    func `before it left ends in the same record, files and events`(way: Way) throws {
        try expectSameEnd(way) { .deathBefore($0) }
    }

    @Test(arguments: Way.allCases)
    func `after it was carried out ends in the same record, files and events`(way: Way) throws {
        try expectSameEnd(way) { .deathAfter($0) }
    }

    @Test(arguments: Way.allCases)
    func `or one that lost an answer ends in the same record, files and events`(way: Way) throws {
        try expectSameEnd(way) { .lostAnswer($0) }
    }

    @Test(arguments: Way.allCases)
    func `or one that was throttled ends in the same record, files and events`(way: Way) throws {
        try expectSameEnd(way) { .throttled($0) }
    }

    private func expectSameEnd(_ way: Way, _ fault: (Int) -> FakeCloud.Fault) throws {
        let undisturbed = way.pipeline()
        try undisturbed.run()
        let expected = try Residue(undisturbed)
        #expect(!expected.hasLeftovers)
        let count = try way.requestCount()
        #expect(count >= 5)
        for index in 1...count {
            let pipeline = way.pipeline()
            pipeline.cloud.fault = fault(index)
            try pipeline.run()
            #expect(try Residue(pipeline) == expected, "at request \(index) of \(count)")
        }
    }
}

@Suite struct `A lost answer` {
    @Test func `to a write costs no second delivery`() throws {
        let count = try Way.processed.requestCount()
        for index in 1...count {
            let pipeline = Way.processed.pipeline()
            pipeline.cloud.fault = .lostAnswer(index)
            try pipeline.run()
            let record = try pipeline.cloud.record("order-1")
            let attempts = StageName.allCases.reduce(0) { $0 + (record.stages[$1]?.attempts ?? 0) }
            // The stages' own storing does not repeat by itself; everything else does.
            #expect(
                attempts == 3 || pipeline.scripts.values.contains { $0.runCount > 1 },
                "at request \(index)"
            )
        }
    }
}
