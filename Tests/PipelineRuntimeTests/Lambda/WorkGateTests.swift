import Testing

@testable import PipelineRuntime

@Suite struct WorkGateTests {
    @Test func `work begins until the gate is closed`() {
        let gate = WorkGate()
        #expect(gate.isIdle)
        #expect(gate.enter())
        #expect(!gate.isIdle)
        gate.close()
        #expect(!gate.enter())
        #expect(gate.isClosed)
        gate.leave()
        #expect(gate.isIdle)
    }
}
