import Glibc
import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(2))) struct ChildProcessTests {
    @Test @LambdaActor func `a process that the system does not let be watched is no start`() {
        #expect(throws: SpawnError(code: ESRCH)) { try ChildProcess.descriptor(of: .max) }
    }

    @Test(arguments: 0..<4) func `processes that end at once are all reported, after their last lines`(
        series: Int
    ) async throws {
        for number in 0..<250 {
            let word = "\(series).\(number)"
            let (lines, status) = try await ending("echo \(word); echo \(word) >&2; exit \(number)")
            #expect(lines == [word, word])
            #expect(status == .exited(Int32(number)))
        }
    }

    /// The lines of a shell's short life and how it ended.
    @LambdaActor
    private func ending(_ script: String) async throws -> (lines: [String], status: LocalLambda.ExitStatus) {
        let shell = ProcessDescription(executable: "/bin/sh", arguments: ["-c", script])
        let lines = Lines()
        let status: LocalLambda.ExitStatus = try await Waiting.answer("end of a shell") { answer in
            LambdaActor.post {
                do throws(SpawnError) {
                    _ = try ChildProcess(
                        shell,
                        onLine: { lines.all.append(String(decoding: $0, as: UTF8.self)) },
                        onExit: answer
                    )
                } catch {
                    Issue.record(error)
                }
            }
        }
        return (lines.all, status)
    }
}

@LambdaActor private final class Lines {
    var all: [String] = []
}
