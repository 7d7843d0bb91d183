import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(1))) struct FunctionPoolTests {
    @Test func `a function answers, and is asked again in the same process`() async throws {
        let folder = try FunctionFolder(
            python: "def handle(event, context): return b'%d %s' % (os.getpid(), event)"
        )
        let log = RecordingLog()
        let pool = FunctionPool([folder.function()], log: log)
        let first = await pool.run("1")
        _ = await log.line(prefix: "REPORT")
        let second = await pool.run("2")
        await pool.shutDown()
        let process = try #require(first.text?.split(separator: " ").first)
        #expect(first.text == "\(process) 1")
        #expect(second.text == "\(process) 2")
    }
}
