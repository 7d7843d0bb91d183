import StageContracts
import Testing

@testable import Dip

@Suite struct `Advice at a terminal` {
    @Test(arguments: FailureCode.allCases.filter { $0 != .invalidRequest })
    func `every failure comes with what can be done about it`(code: FailureCode) throws {
        let failure = Failure(stage: .preprocess, code: code, text: "It failed.")
        let advice = try #require(failure.advice)
        #expect(advice.first?.isLowercase == true || advice.hasPrefix("\""))
    }

    @Test func `where asking again cannot help, it is not advised`() {
        let failure = Failure(stage: .process, code: .deadLetter, text: "It failed.", isRetryable: false)
        #expect(failure.advice == nil)
    }
}
