import Testing

@testable import LocalLambda

/// The conditions of AWS's page "Handling errors for an SQS event source in Lambda".
@Suite struct BatchVerdictTests {
    private func verdict(_ response: String) -> BatchVerdict {
        BatchVerdict(response: Array(response.utf8), batchIDs: ["a", "b", "c"])
    }

    @Test(arguments: [
        #"{"batchItemFailures":[]}"#, #"{"batchItemFailures":null}"#, "{}", "null", "",
        #"{"statusCode":200}"#, " { } ",
    ])
    func `an answer that names no message is a success`(response: String) {
        #expect(verdict(response) == .success)
    }

    @Test(arguments: [
        "no JSON", #"{"batchItemFailures":[{"itemIdentifier":"a"}"#,
        #"{"batchItemFailures":[{"itemIdentifier":""}]}"#,
        #"{"batchItemFailures":[{"itemIdentifier":null}]}"#,
        #"{"batchItemFailures":[{"foo":"notvalid"}]}"#,
        #"{"batchItemFailures":[{"itemIdentifier":"of another batch"}]}"#,
        #"{"batchItemFailures":[{"itemIdentifier":"a"},{"itemIdentifier":"z"}]}"#,
        #"{"batchItemFailures":[{"itemIdentifier":1}]}"#,
        #"{"batchItemFailures":["a"]}"#, #"{"batchItemFailures":"a"}"#, #""done""#, "[]", "true",
    ])
    func `an answer that cannot be understood fails the whole batch`(response: String) {
        #expect(verdict(response) == .failure)
    }

    @Test(
        arguments: [
            (#"{"batchItemFailures":[{"itemIdentifier":"b"}]}"#, ["b"]),
            (#"{"batchItemFailures":[{"itemIdentifier":"b"},{"itemIdentifier":"b"}]}"#, ["b"]),
            (
                #"{"batchItemFailures":[{"itemIdentifier":"c","why":"full"},{"itemIdentifier":"a"}],"x":1}"#,
                ["a", "c"]
            ),
            (#"{"batchItemFailures":[{"itemIdentifier":"\u0061"}]}"#, ["a"]),
        ] as [(String, Set<String>)]
    )
    func `named messages fail and the others do not`(response: String, failed: Set<String>) {
        #expect(verdict(response) == .partial(failedIDs: failed))
    }
}
