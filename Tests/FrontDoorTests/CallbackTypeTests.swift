import Testing

@testable import StageContracts

@Suite struct `The description of callbacks` {
    /// A request that was taken back ends without one.
    @Test func `lists the types that are sent, and no others`() throws {
        let id = try RequestID(reading: "r")
        let failed = try FailureCode.allCases.map { code in
            var record = Record(requestId: id, source: nil, createdAt: Timestamp(milliseconds: 0))
            let failure = Failure(stage: .preprocess, code: code, text: "It failed.")
            try record.fail(failure, at: Timestamp(milliseconds: 1))
            return Callback(of: record, attributes: .none).type
        }
        let types = try FrontDoor().callbackTypes
        #expect(Set(types) == Set(failed).union([EventKind.completed.type]))
        #expect(types.count == 3)
    }
}
