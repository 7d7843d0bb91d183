import Foundation
import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(2))) struct EnvironmentVariablesTests {
    @Test func `a function sees its own variables and those of Lambda, and nothing of the caller's`()
        async throws
    {
        setenv("LEAKED_INTO_FUNCTION", "1", 1)
        let folder = try FunctionFolder(
            python: "def handle(event, headers): return json.dumps([dict(os.environ), os.getcwd()]).encode()"
        )
        let own = ["BUCKET": "a=b c", "_HANDLER": "mine", "AWS_REGION": "mine", "TZ": "UTC+1"]
        let fixture = EnvironmentFixture(folder, environment: own)
        let answer = try JSONSerialization.jsonObject(
            with: Data((try await fixture.runOnce().text ?? "").utf8)
        )
        let parts = try #require(answer as? [Any])
        var variables = try #require(parts[0] as? [String: String])
        #expect(parts[1] as? String == folder.path)
        for name in [
            "AWS_LAMBDA_RUNTIME_API", "AWS_LAMBDA_LOG_STREAM_NAME", "LOCAL_STACK_WATCHDOG", "LC_CTYPE",
        ] {
            variables[name] = nil
        }
        #expect(
            variables == [
                "BUCKET": "a=b c", "TZ": "UTC+1", "LANG": "en_US.UTF-8", "HOME": "/tmp",
                "PATH": "/usr/local/bin:/usr/bin:/bin:/opt/bin",
                "LD_LIBRARY_PATH": "\(folder.path):\(folder.path)/lib",
                "_HANDLER": "app.handler", "LAMBDA_TASK_ROOT": folder.path,
                "LAMBDA_RUNTIME_DIR": "/var/runtime",
                "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1",
                "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
                "AWS_LAMBDA_FUNCTION_NAME": "fn", "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512", "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
                "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/fn",
            ]
        )
    }

    @Test func `the log stream is named after the day`() async throws {
        let fixture = try EnvironmentFixture(
            python: "def handle(event, headers): return os.environ['AWS_LAMBDA_LOG_STREAM_NAME'].encode()"
        )
        let name = try #require(try await fixture.runOnce().text)
        #expect(name.wholeMatch(of: #/2023\/11\/14\/\[\$LATEST\][0-9a-f]{32}/#) != nil)
    }
}
