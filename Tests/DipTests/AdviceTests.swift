import StageContracts
import Testing

@testable import Dip

@Suite struct `Advice at a terminal` {
    @Test(arguments: FailureCode.allCases.filter { $0 != .invalidRequest })
    func `every failure comes with what can be done about it`(code: FailureCode) throws {
        let failure = Failure(stage: .preprocess, code: code, text: "It failed.")
        let advice = try #require(failure.advice(isFromWeb: false))
        #expect(advice.first?.isLowercase == true || advice.hasPrefix("\""))
    }

    @Test func `where asking again cannot help, it is not advised`() {
        let failure = Failure(stage: .process, code: .deadLetter, text: "It failed.", isRetryable: false)
        #expect(failure.advice(isFromWeb: false) == nil)
    }

    @Test(arguments: [
        ("/operations/0/watermark/image/key", FailureCode.sourceNotFound, "upload the logo again"),
        ("/renditions/2/operations/0/watermark/image", .impossibleOperation, "upload the logo again"),
        ("/operations/1/watermark/image/url", .sourceNotFound, "give another address of the logo"),
        ("/operations/1/watermark/image/url", .sourceAddressForbidden, "give another address of the logo"),
        ("/renditions/0/operations/3/watermark/text", .impossibleOperation, "write the watermark's text"),
        ("/operations/0/crop", .impossibleOperation, "leave the operation out"),
    ])
    func `is about the place that failed, not about the picture`(
        place: String,
        code: FailureCode,
        start: String
    ) throws {
        let pointer = place.split(separator: "/").reduce(JSONPointer.root) { pointer, part in
            Int(part).map(pointer.appending) ?? pointer.appending(String(part))
        }
        let problem = Problem(pointer, .notAllowed, "is wrong")
        let failure = Failure(stage: .preprocess, code: code, text: "It failed.", problems: [problem])
        #expect(failure.advice(isFromWeb: true)?.hasPrefix(start) == true)
    }

    @Test func `knows where the picture lies, and which stage had too much to do`() {
        let lost = Failure(stage: .preprocess, code: .sourceNotFound, text: "It failed.")
        #expect(lost.advice(isFromWeb: false)?.hasPrefix("the upload has expired") == true)
        #expect(lost.advice(isFromWeb: true)?.contains("another address") == true)
        let heavy = Failure(stage: .process, code: .tooComplex, text: "It failed.")
        #expect(heavy.advice(isFromWeb: false)?.hasPrefix("ask for smaller outputs") == true)
    }
}
