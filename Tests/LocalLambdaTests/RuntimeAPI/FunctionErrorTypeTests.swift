import Testing

@testable import LocalLambda

@Suite struct FunctionErrorTypeTests {
    @Test(arguments: [
        ("Runtime.NoSuchHandler", "Runtime.NoSuchHandler"), ("Function.ValueError", "Function.ValueError"),
        ("Function.valueError", "Function.Unknown"), ("Function.", "Function.Unknown"),
        ("Runtime.x", "Runtime.Unknown"), ("Unhandled", "Runtime.Unknown"), ("", "Runtime.Unknown"),
    ])
    func `only types of the platform's two families are taken as they are`(header: String, type: String) {
        #expect(FunctionErrorType(header: header).text == type)
    }

    @Test func `a missing header is an unknown error of the runtime`() {
        #expect(FunctionErrorType(header: nil).text == "Runtime.Unknown")
    }
}
