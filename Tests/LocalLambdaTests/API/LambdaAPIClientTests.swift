import Foundation
import LocalHTTP
import Testing

@testable import LocalLambda

/// boto3 and the AWS CLI, unmodified, against the API.
@Suite(.timeLimit(.minutes(2))) struct LambdaAPIClientTests {
    private let folder: FunctionFolder
    private let pool: FunctionPool
    private let server: HTTPServer

    init() throws {
        folder = try FunctionFolder(
            python: """
                def handle(event, headers):
                    print("event", event.decode(), flush=True)
                    if event == b'"fail"': raise ValueError("no")
                    if event == b'"context"': return headers["lambda-runtime-client-context"].encode()
                    return event
                """
        )
        pool = FunctionPool([folder.function(), folder.closedFunction()], log: RecordingLog())
        let queue = FakeQueue(clock: ManualClock())
        let mapping = EventSourceMapping(
            EventSourceMappingDefinition(functionName: "fn", batchSize: 7, reportsBatchItemFailures: true),
            queue: queue,
            functionTimeout: .seconds(20),
            invoker: pool,
            clock: ManualClock()
        )
        server = try HTTPServer(handler: LambdaAPI(pool: pool, mappings: [mapping]))
    }

    private var environment: [String: String] {
        [
            "AWS_ENDPOINT_URL": "http://127.0.0.1:\(server.port)", "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1", "AWS_PAGER": "",
        ]
    }

    private func python(_ script: String) async throws -> String {
        let preamble = """
            import base64, boto3, json
            from botocore.config import Config
            c = boto3.client("lambda", config=Config(retries={"total_max_attempts": 1}))
            def invoke(payload, **named):
                a = c.invoke(FunctionName=named.pop("name", "fn"), Payload=payload, **named)
                print(a["StatusCode"], a.get("FunctionError"), a.get("ExecutedVersion"), a["Payload"].read().decode())
                return a
            def refuse(call, *arguments, **named):
                try: call(*arguments, **named)
                except c.exceptions.ClientError as e:
                    print(e.response["ResponseMetadata"]["HTTPStatusCode"], e.response["Error"]["Code"])

            """
        let run = try await Witness.run(["-c", preamble + script], environment: environment)
        server.stop()
        try await pool.shutDown()
        #expect(run.status == 0)
        return run.output
    }

    @Test func `boto3 invokes a function in every way`() async throws {
        let output = try await python(
            """
            invoke(b'{"a":"\\xc3\\xa9"}')
            invoke(b'')
            invoke(b'"fail"')
            invoke(b'1', InvocationType="Event")
            invoke(b'1', InvocationType="DryRun")
            invoke(b'"context"', ClientContext=base64.b64encode(b'{"custom":{"a":1}}').decode())
            invoke(b'2', name="arn:aws:lambda:us-east-1:000000000000:function:fn:$LATEST")
            tail = base64.b64decode(invoke(b'3', LogType="Tail")["LogResult"]).decode()
            print(tail.startswith("START RequestId: "), "event 3\\n" in tail, "\\nREPORT RequestId: " in tail)
            """
        )
        #expect(
            output == """
                200 None $LATEST {"a":"é"}
                200 None $LATEST {}
                200 Unhandled $LATEST {"errorType": "ValueError", "errorMessage": "no"}
                202 None None\u{20}
                204 None None\u{20}
                200 None $LATEST {"custom":{"a":1}}
                200 None $LATEST 2
                200 None $LATEST 3
                True True True

                """
        )
    }

    @Test func `boto3 gets the errors that AWS documents`() async throws {
        let output = try await python(
            """
            refuse(invoke, b'1', name="other")
            refuse(invoke, b'1', Qualifier="7")
            refuse(invoke, b'no JSON')
            refuse(invoke, b'1', name="closed")
            refuse(invoke, b'"' + b'x' * 6291556 + b'"')
            refuse(invoke, b'"' + b'x' * 1048576 + b'"', InvocationType="Event")
            refuse(invoke, b'1', ClientContext="no JSON")
            refuse(invoke, b'1', InvocationType="Sometimes")
            refuse(c.get_function, FunctionName="other")
            refuse(c.get_event_source_mapping, UUID="5a2b1c3d-0000-4000-8000-000000000000")
            refuse(c.delete_function, FunctionName="fn")
            """
        )
        #expect(
            output == """
                404 ResourceNotFoundException
                404 ResourceNotFoundException
                400 InvalidRequestContentException
                429 TooManyRequestsException
                413 RequestTooLargeException
                413 RequestTooLargeException
                400 InvalidRequestContentException
                400 ValidationException
                404 ResourceNotFoundException
                404 ResourceNotFoundException
                404 UnknownOperationException

                """
        )
    }

    @Test func `boto3 sees the functions and what feeds them`() async throws {
        let output = try await python(
            """
            print([f["FunctionName"] for f in c.list_functions()["Functions"]])
            f = c.get_function(FunctionName="closed")
            print(f["Concurrency"], f["Configuration"]["State"], f["Configuration"]["Runtime"])
            f = c.get_function_configuration(FunctionName="fn")
            print(f["FunctionArn"], f["Timeout"], f["MemorySize"], f["Environment"]["Variables"])
            m = c.list_event_source_mappings(FunctionName="fn")["EventSourceMappings"]
            print(len(m), m[0]["BatchSize"], m[0]["FunctionResponseTypes"], m[0]["EventSourceArn"])
            print(c.get_event_source_mapping(UUID=m[0]["UUID"]) ["State"])
            print(c.list_event_source_mappings(FunctionName="closed")["EventSourceMappings"])
            print(c.list_event_source_mappings(EventSourceArn="arn:aws:sqs:us-east-1:1:q")["EventSourceMappings"])
            """
        )
        #expect(
            output == """
                ['closed', 'fn']
                {'ReservedConcurrentExecutions': 0} Active provided.al2023
                arn:aws:lambda:us-east-1:000000000000:function:fn 20 512 {}
                1 7 ['ReportBatchItemFailures'] arn:aws:sqs:eu-west-1:123456789012:jobs
                Enabled
                []
                []

                """
        )
    }

    @Test func `the AWS CLI invokes a function`() async throws {
        let answer = folder.path + "/answer"
        let arguments = [
            "-m", "awscli", "lambda", "invoke", "--function-name", "fn", "--payload", #"{"a":1}"#,
            "--output", "text", "--query", "StatusCode", answer,
        ]
        let run = try await Witness.run(arguments, environment: environment)
        server.stop()
        try await pool.shutDown()
        #expect(run.status == 0)
        #expect(run.output == "200\n")
        #expect(try String(contentsOfFile: answer, encoding: .utf8) == #"{"a":1}"#)
    }
}

extension FunctionFolder {
    /// A function that is always throttled.
    fileprivate func closedFunction() -> FunctionDefinition {
        FunctionDefinition(name: "closed", codeDirectory: path, maximumConcurrency: 0)
    }
}
