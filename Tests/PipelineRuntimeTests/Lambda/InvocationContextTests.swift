import Testing

@testable import PipelineRuntime

@Suite struct InvocationContextTests {
    @Test func `every header of the Runtime API arrives in the context`() throws {
        let loop = LoopHarness([
            .next(
                "8476a536-e9f4-11e8-9739-2dfe598c3fcd",
                headers: [
                    ("lambda-runtime-deadline-ms", "1769864400000"),
                    (
                        "Lambda-Runtime-Invoked-Function-Arn",
                        "arn:aws:lambda:us-east-2:123456789012:function:f:live"
                    ),
                    (
                        "Lambda-Runtime-Trace-Id",
                        "Root=1-5bef4de7;Parent=9a9197af755a6419;Sampled=1;Lineage=1:95:0"
                    ),
                    ("Lambda-Runtime-Client-Context", #"{"custom":{"é":"x"}}"#),
                    (
                        "Lambda-Runtime-Cognito-Identity",
                        #"{"cognitoIdentityId":"us-east-1:1","cognitoIdentityPoolId":"us-east-1:2"}"#
                    ),
                    ("Lambda-Runtime-Aws-Tenant-Id", "blue"),
                ]
            ),
            .response("8476a536-e9f4-11e8-9739-2dfe598c3fcd"),
        ])
        #expect(loop.run() == .stopped)
        let context = try #require(loop.handler.contexts.first)
        #expect(context.requestID == "8476a536-e9f4-11e8-9739-2dfe598c3fcd")
        #expect(context.deadlineTime == WallTime(millisecondsSince1970: 1_769_864_400_000))
        #expect(context.invokedFunctionARN == "arn:aws:lambda:us-east-2:123456789012:function:f:live")
        #expect(context.traceID == "Root=1-5bef4de7;Parent=9a9197af755a6419;Sampled=1;Lineage=1:95:0")
        #expect(context.clientContext == #"{"custom":{"é":"x"}}"#)
        #expect(context.cognitoIdentity?.identityID == "us-east-1:1")
        #expect(context.cognitoIdentity?.identityPoolID == "us-east-1:2")
        #expect(context.tenantID == "blue")
    }

    @Test func `what the platform does not say is absent`() throws {
        let loop = LoopHarness([.next("r-1", headers: [("Lambda-Runtime-Trace-Id", "")]), .response("r-1")])
        #expect(loop.run() == .stopped)
        let context = try #require(loop.handler.contexts.first)
        #expect(context.invokedFunctionARN == nil)
        #expect(context.traceID == nil)
        #expect(context.clientContext == nil)
        #expect(context.cognitoIdentity == nil)
        #expect(context.tenantID == nil)
    }

    @Test func `the deadline is carried over to the monotonic clock`() throws {
        // The fixed clock stands an hour before the deadline.
        let loop = LoopHarness([
            .next("r-1", headers: [("Lambda-Runtime-Deadline-Ms", "1769864400000")]), .response("r-1"),
        ])
        #expect(loop.run() == .stopped)
        let remaining = try #require(loop.handler.contexts.first?.deadline.remaining())
        #expect(remaining <= .seconds(3600))
        #expect(remaining > .seconds(3000))
    }

    @Test func `a deadline in the past has passed`() throws {
        let loop = LoopHarness([
            .next("r-1", headers: [("Lambda-Runtime-Deadline-Ms", "1")]), .response("r-1"),
        ])
        #expect(loop.run() == .stopped)
        #expect(try #require(loop.handler.contexts.first).deadline.hasPassed())
    }

    @Test(arguments: [
        ("Lambda-Runtime-Deadline-Ms", "soon"),
        ("Lambda-Runtime-Deadline-Ms", "1.5"),
        ("Lambda-Runtime-Cognito-Identity", "{"),
        ("Lambda-Runtime-Cognito-Identity", #"{"cognitoIdentityId":1}"#),
    ])
    func `an invocation with an unreadable header is reported as failed, not guessed at`(
        name: String,
        value: String
    ) throws {
        let loop = LoopHarness([
            .next("r-1", headers: [(name, value)]), .error("r-1"), .next("r-2"), .response("r-2"),
        ])
        #expect(loop.run() == .stopped)
        #expect(loop.api.isComplete)
        #expect(
            loop.api.requests[1].headers["Lambda-Runtime-Function-Error-Type"] == "Runtime.InvalidInvocation"
        )
        #expect(loop.handler.events.count == 1)
    }
}
