import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

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

    @Test(arguments: Way.allCases)
    func `or one that a service refused for a while ends in the same record, files and events`(
        way: Way
    ) throws {
        try expectSameEnd(way) { .outage($0) }
    }

    private func expectSameEnd(_ way: Way, _ fault: (Int) -> FakeCloud.Fault) throws {
        let undisturbed = try way.pipeline()
        try undisturbed.run()
        let expected = try Residue(undisturbed)
        #expect(!expected.hasLeftovers)
        let operations = undisturbed.cloud.operations
        #expect(operations.count >= 3)
        for (index, operation) in operations.enumerated() {
            let pipeline = try way.pipeline()
            let fault = fault(index + 1)
            pipeline.cloud.fault = fault
            try pipeline.run()
            let place: Comment = "at \(operation), request \(index + 1) of \(operations.count)"
            var residue = try Residue(pipeline)
            // Nobody tells how far a request was that its caller has cancelled by the time it could be told again.
            let maySkip = fault == .outage(index + 1) || residue.status == .cancelled
            if maySkip, residue.progressIDs.isSubset(of: expected.progressIDs) {
                residue.progressIDs = expected.progressIDs
            }
            #expect(residue == expected, place)
            #expect(Set(pipeline.cloud.endpoint.requests.map { $0.headers["webhook-id"] }).count <= 1, place)
            // SES has no means to recognise a mail; one that is not known to be sent is sent again.
            let isDoubtful = fault.leavesDoubt(about: "SendEmail", in: operations)
            #expect(pipeline.cloud.mails.count == undisturbed.cloud.mails.count + (isDoubtful ? 1 : 0), place)
        }
    }
}

extension FakeCloud.Fault {
    /// Whether the operation is carried out and that cannot be recorded: its answer is lost, or the process dies
    /// before it has written it down.
    fileprivate func leavesDoubt(about operation: String, in operations: [String]) -> Bool {
        switch self {
        case .deathAfter(let number), .lostAnswer(let number): operations[number - 1] == operation
        case .deathBefore(let number): number > 1 && operations[number - 2] == operation
        case .throttled, .outage: false
        }
    }
}

@Suite struct `A lost answer` {
    @Test func `costs a second delivery where a stage stores something, and nowhere else`() throws {
        let count = try Way.processed.undisturbedRequestCount()
        for index in 1...count {
            let pipeline = try Way.processed.pipeline()
            pipeline.cloud.fault = .lostAnswer(index)
            try pipeline.run()
            let record = try pipeline.cloud.record("order-1")
            let attempts = StageName.allCases.reduce(0) { $0 + (record.stages[$1]?.attempts ?? 0) }
            // Each stage is delivered once; what a stage stores itself is not repeated within one delivery.
            let operation = pipeline.cloud.operations[index - 1]
            #expect(attempts == (operation == "Store" ? 4 : 3), "at \(operation), request \(index)")
        }
    }
}
