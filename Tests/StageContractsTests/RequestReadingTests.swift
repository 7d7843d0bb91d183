import Testing

@testable import StageContracts

@Suite struct `A request` {
    @Test func `the smallest request gets its defaults`() throws {
        let request = try ProcessingRequest(reading: Array(Samples.minimalRequest.utf8))
        let rendition = try #require(request.renditions.first)
        #expect(request.requestId == nil)
        #expect(request.retention == .keep)
        #expect(request.attributes == .none)
        #expect(rendition.resize.fit == .inside)
        #expect(!rendition.resize.enlarge)
        #expect(rendition.resize.filter == .lanczos3)
        #expect(rendition.encoding.format == .preserve)
        #expect(rendition.metadata == .only([.copyright]))
    }

    @Test func `everything the contract can say is read and comes back the same`() throws {
        let problems = ProblemList()
        let request = try #require(Samples.read(Samples.fullRequest, problems: problems))
        #expect(problems.problems == [])
        #expect(Samples.read(request.encodedText) == request)
        #expect(Samples.read(request.encodedText)?.encodedJSON == request.encodedJSON)
        #expect(Set(request.operations.map(Self.name)) == Set(OperationName.allCases.map(\.rawValue)))
    }

    private static func name(_ operation: Operation) -> String { String("\(operation)".prefix { $0 != "(" }) }

    @Test func `spelling does not matter to what is kept`() throws {
        let one = try ProcessingRequest(reading: Array(Samples.minimalRequest.utf8))
        let spelled =
            #"{ "renditions":[{"fit":"inside","name":"small"}],"retention":"keep","source":{"key":"uploads/1/a.jpg"}}"#
        let other = try ProcessingRequest(reading: Array(spelled.utf8))
        #expect(one.encodedJSON == other.encodedJSON)
    }

    @Test func `everything the contract can say is accepted`() throws {
        let request = try ProcessingRequest(reading: Array(Samples.fullRequest.utf8))
        #expect(request == Samples.read(Samples.fullRequest))
    }

    @Test func `a request with everything wrong gets every problem at once`() throws {
        let text = """
            {"sourc":{},"source":{"key":1},"renditions":[{"name":"a","width":0},{"name":"a","fit":"cover"},7],
             "notify":{"email":"x\\r\\nBcc: y@z.de"},"retention":"burn"}
            """
        let error = #expect(throws: InvalidRequest.self) { try ProcessingRequest(reading: Array(text.utf8)) }
        #expect(
            error?.problems.map(Expectation.init) == [
                Expectation("/source/key", .wrongType), Expectation("/renditions/0/width", .outOfRange),
                Expectation("/renditions/1/width", .missing), Expectation("/renditions/1/height", .missing),
                Expectation("/renditions/2", .wrongType), Expectation("/notify/email", .invalidEmail),
                Expectation("/retention", .notAllowed), Expectation("/renditions/1/name", .duplicate),
                Expectation("/sourc", .unknownField),
            ]
        )
    }

    @Test func `the failure of an invalid request counts its problems`() throws {
        let error = #expect(throws: InvalidRequest.self) { try ProcessingRequest(reading: Array("[]".utf8)) }
        let failure = try #require(error).failure(at: .preprocess)
        #expect(failure.code == .invalidRequest)
        #expect(failure.text == "The request has one problem.")
        #expect(!failure.isRetryable)
    }

    @Test func `a thousand problems are cut short and counted`() throws {
        let members = (0..<1000).map { "\"x\($0)\":1" }.joined(separator: ",")
        let error = #expect(throws: InvalidRequest.self) {
            try ProcessingRequest(reading: Array("{\(members)}".utf8))
        }
        #expect(error?.problems.count == 101)
        #expect(error?.problems.last?.detail == "has 902 more problems")
    }

    @Test func `a field with an endless name does not fill the record`() throws {
        let text = "{\"\(String(repeating: "é", count: 50_000))\":1}"
        let error = #expect(throws: InvalidRequest.self) { try ProcessingRequest(reading: Array(text.utf8)) }
        #expect(error?.problems.allSatisfy { $0.pointer.text.count <= 65 } == true)
    }
}

/// The parts of a problem that programs rely on.
struct Expectation: Equatable, CustomTestStringConvertible {
    let pointer: String
    let code: ProblemCode

    init(_ pointer: String, _ code: ProblemCode) { (self.pointer, self.code) = (pointer, code) }
    init(_ problem: Problem) { self.init(problem.pointer.text, problem.code) }

    var testDescription: String { "\(pointer): \(code.rawValue)" }
}
