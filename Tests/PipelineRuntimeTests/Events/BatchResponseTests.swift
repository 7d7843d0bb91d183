import Testing

@testable import PipelineRuntime

@Suite struct BatchResponseTests {
    @Test func `failed messages are listed by id`() {
        let json = BatchResponse(failedMessageIDs: ["m-1", "m-2"]).json
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"{"batchItemFailures":[{"itemIdentifier":"m-1"},{"itemIdentifier":"m-2"}]}"#
        )
    }

    @Test func `the event that warms the coders up is readable`() throws {
        #expect(EventWarmUp.run() == BatchResponse(failedMessageIDs: ["m"]).json)
    }

    @Test func `a batch that succeeded is an empty list`() {
        #expect(
            String(decoding: BatchResponse(failedMessageIDs: []).json, as: UTF8.self)
                == #"{"batchItemFailures":[]}"#
        )
    }

    @Test(arguments: [
        #"{"batchItemFailures":[]}"#, #"{"batchItemFailures":null}"#, "{}", "null", #"{"foo":"bar"}"#,
        " \n{ } ",
    ])
    func `an answer without failures is complete success`(answer: String) {
        #expect(BatchVerdict(answer: Array(answer.utf8), messageIDs: ["a", "b"]) == .failed([]))
    }

    @Test func `the messages that are named failed`() {
        let answer = BatchResponse(failedMessageIDs: ["b", "b"]).json
        #expect(BatchVerdict(answer: answer, messageIDs: ["a", "b"]) == .failed(["b"]))
    }

    @Test(arguments: [
        "", "not json", "[]", "\"ok\"", "42", "{", #"{"batchItemFailures":{}}"#,
        #"{"batchItemFailures":"a"}"#,
        #"{"batchItemFailures":[{"itemIdentifier":""}]}"#,
        #"{"batchItemFailures":[{"itemIdentifier":null}]}"#,
        #"{"batchItemFailures":[{"itemIdentifier":123}]}"#,
        #"{"batchItemFailures":[{"foo":"notvalid"}]}"#,
        #"{"batchItemFailures":["a"]}"#,
        #"{"batchItemFailures":[{"itemIdentifier":"a"},{"itemIdentifier":"c"}]}"#,
    ])
    func `an answer that is wrong in any part fails the whole batch`(answer: String) {
        guard case .allFailed(let reason) = BatchVerdict(answer: Array(answer.utf8), messageIDs: ["a", "b"])
        else {
            Issue.record("the batch was not failed")
            return
        }
        #expect(!reason.isEmpty)
    }
}
