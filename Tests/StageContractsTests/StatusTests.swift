import Testing

@testable import StageContracts

@Suite struct `The status machine` {
    private static let legal: Set<[Status]> = [
        [.pending, .preprocessing], [.preprocessing, .preprocessed], [.preprocessed, .processing],
        [.processing, .processed],
        [.pending, .failed], [.preprocessing, .failed], [.preprocessed, .failed], [.processing, .failed],
        [.pending, .cancelled], [.preprocessing, .cancelled], [.preprocessed, .cancelled],
        [.processing, .cancelled],
    ]

    @Test func `knows exactly the changes of the flow`() {
        for from in Status.allCases {
            for to in Status.allCases {
                #expect(from.successors.contains(to) == Self.legal.contains([from, to]), "\(from) → \(to)")
            }
        }
    }

    @Test func `only what is farther on can follow, at once or later`() {
        let way: [Status] = [.pending, .preprocessing, .preprocessed, .processing, .processed]
        for (index, earlier) in way.enumerated() {
            #expect(way.filter { $0.canFollow(earlier) } == Array(way[(index + 1)...]))
            #expect(Status.failed.canFollow(earlier) != earlier.isTerminal)
        }
    }

    @Test(
        arguments: zip(
            Status.allCases,
            [JobState.pending, .processing, .processing, .processing, .done, .error, .cancelled]
        )
    )
    func `has a state for those who need to know no more`(status: Status, state: JobState) throws {
        #expect(status.state == state)
        let written = try JSONValue(parsing: Samples.failedRecord().encodedJSON)
        #expect(written.members?["state"] == .string("error"))
    }

    @Test func `ends in processed, failed and cancelled`() {
        #expect(Set(Status.allCases.filter(\.isTerminal)) == [.processed, .failed, .cancelled])
    }
}
