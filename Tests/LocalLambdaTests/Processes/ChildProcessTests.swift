import Glibc
import Testing

@testable import LocalLambda

struct ChildProcessTests {
    @Test @LambdaActor func `a process that the system does not let be watched is no start`() {
        #expect(throws: SpawnError(code: ESRCH)) { try ChildProcess.descriptor(of: .max) }
    }
}
