import Testing

@testable import StageContracts

@Suite struct `A wrong request` {
    @Test(arguments: [
        ("", "", ProblemCode.malformed), ("{", "", .malformed), ("null", "", .wrongType),
        ("[]", "", .wrongType), ("\"{}\"", "", .wrongType),
        (#"{"source":{"key":"uploads/a"},"source":{"key":"uploads/b"}}"#, "/source", .duplicate),
        (#"{"renditions":[{"name":"a"},{"width":1,"w\u0069dth":2}]}"#, "/renditions/1/width", .duplicate),
        (#"{"attributes":{"a/b~":"1","a/b~":"1"},"source":1}"#, "/attributes/a~1b~0", .duplicate),
        (#"{"a":[[{"b":1}],{"b":1,"c":[],"b":1}]}"#, "/a/1/b", .duplicate),
        (String(repeating: "[", count: 40), "", .tooDeep),
    ])
    func `text that is no request has one problem`(text: String, pointer: String, code: ProblemCode) {
        let error = #expect(throws: InvalidRequest.self) { try ProcessingRequest(reading: Array(text.utf8)) }
        #expect(error?.problems.map(Expectation.init) == [Expectation(pointer, code)])
    }

    @Test(arguments: [
        (#""requestId":7"#, "/requestId", ProblemCode.wrongType),
        (#""requestId":"""#, "/requestId", .invalidFormat),
        (#""requestId":"../x""#, "/requestId", .invalidFormat),
        (#""requestId":"a b""#, "/requestId", .invalidFormat),
        (#""requestId":"é""#, "/requestId", .invalidFormat),
        (#""requestId":"a\u0000""#, "/requestId", .invalidFormat),
        ("\"requestId\":\"\(String(repeating: "a", count: 129))\"", "/requestId", .invalidFormat),
        (#""requestId":null"#, "/requestId", .wrongType), (#""colour":1"#, "/colour", .unknownField),
        (#""a/b":1"#, "/a~1b", .unknownField), (#""":1"#, "/", .unknownField),
        (#""operations":{}"#, "/operations", .wrongType),
        (#""operations":[{}]"#, "/operations/0", .contradiction),
        (#""operations":[{"flip":{},"flop":{}}]"#, "/operations/0", .contradiction),
        (#""operations":[{"spin":{}}]"#, "/operations/0/spin", .unknownField),
        (#""operations":[{"flip":true}]"#, "/operations/0/flip", .wrongType),
        (#""operations":[{"flip":{"x":1}}]"#, "/operations/0/flip/x", .unknownField),
        (#""operations":["flip"]"#, "/operations/0", .wrongType),
        (#""operations":[{"blur":{}}]"#, "/operations/0/blur/sigma", .missing),
        (#""operations":[{"blur":{"sigma":0}}]"#, "/operations/0/blur/sigma", .outOfRange),
        (#""operations":[{"crop":{"x":1,"width":1,"height":1}}]"#, "/operations/0/crop/y", .missing),
        (
            #""operations":[{"crop":{"aspectRatio":"4:3","width":5}}]"#, "/operations/0/crop/width",
            .contradiction
        ),
        (#""operations":[{"crop":{"aspectRatio":"4:0"}}]"#, "/operations/0/crop/aspectRatio", .invalidFormat),
        (
            #""operations":[{"crop":{"x":0,"y":0,"width":1,"height":1,"gravity":"north"}}]"#,
            "/operations/0/crop/gravity", .contradiction
        ),
        (#""operations":[{"watermark":{}}]"#, "/operations/0/watermark", .missing),
        (
            #""operations":[{"watermark":{"text":"a","image":{"key":"uploads/b"}}}]"#,
            "/operations/0/watermark",
            .contradiction
        ),
        (#""operations":[{"watermark":{"text":"a\u0007"}}]"#, "/operations/0/watermark/text", .invalidFormat),
        (#""operations":[{"tint":{"color":"red"}}]"#, "/operations/0/tint/color", .invalidFormat),
        (
            "\"operations\":[\(Array(repeating: #"{"flip":{}}"#, count: 33).joined(separator: ","))]",
            "/operations", .tooMany
        ),
        (#""puzzle":{"rows":0,"columns":1}"#, "/puzzle/rows", .outOfRange),
        (#""puzzle":{"rows":1}"#, "/puzzle/columns", .missing),
        (#""puzzle":{"rows":100,"columns":51}"#, "/puzzle/rows", .outOfRange),
        (#""puzzle":{"rows":1,"columns":10,"width":159}"#, "/puzzle/width", .outOfRange),
        (#""puzzle":{"rows":1,"columns":1,"style":"square"}"#, "/puzzle/style", .notAllowed),
        (#""puzzle":{"rows":1,"columns":1,"seed":-1}"#, "/puzzle/seed", .outOfRange),
        (#""puzzle":{"rows":9,"columns":9,"width":6000,"height":4001}"#, "/puzzle/width", .outOfRange),
        (
            "\"puzzle\":{\"rows\":9,\"columns\":9,\"prefix\":\"\(String(repeating: "a", count: 801))\"}",
            "/puzzle/prefix", .outOfRange
        ),
        (#""notify":{"webhook":"ftp://example.com"}"#, "/notify/webhook", .invalidURL),
        (#""notify":{"phone":"1"}"#, "/notify/phone", .unknownField),
        (#""notify":{"channel":"a b"}"#, "/notify/channel", .invalidFormat),
        (#""retention":"forget""#, "/retention", .notAllowed),
        (#""attributes":{"a":1}"#, "/attributes/a", .wrongType),
        (#""attributes":{"a.b":"1"}"#, "/attributes/a.b", .notAllowed),
        (#""attributes":{"type":"1"}"#, "/attributes/type", .notAllowed),
        (#""attributes":{"status":"1"}"#, "/attributes/status", .notAllowed),
        (#""attributes":{"requestId":"1"}"#, "/attributes/requestId", .notAllowed),
        (#""attributes":{"channel":"1"}"#, "/attributes/channel", .notAllowed),
        (#""attributes":{"a":"\n"}"#, "/attributes/a", .invalidFormat),
        (#""attributes":{"a":""}"#, "/attributes/a", .invalidFormat),
        (#""attributes":{"a":"1","b":"1","c":"1","d":"1","e":"1","f":"1","g":"1"}"#, "/attributes", .tooMany),
        (#""tolerant":"yes""#, "/tolerant", .wrongType), (#""preset":"a b""#, "/preset", .notAllowed),
    ])
    func `a wrong field is the one problem`(field: String, pointer: String, code: ProblemCode) {
        let problems = ProblemList()
        let text = Samples.minimalRequest.dropLast() + "," + field + "}"
        _ = Samples.read(String(text), problems: problems)
        #expect(problems.problems.map(Expectation.init) == [Expectation(pointer, code)])
    }

    @Test(arguments: [
        (#""name":"a/b""#, "name", ProblemCode.invalidFormat), (#""name":"-a""#, "name", .invalidFormat),
        (#""name":"..""#, "name", .invalidFormat),
        (#""name":"""#, "name", .invalidFormat), (#""width":10"#, "name", .missing),
        (#""name":"a","width":"10""#, "width", .wrongType),
        (#""name":"a","width":1.5"#, "width", .wrongType),
        (#""name":"a","width":16384"#, "width", .outOfRange),
        (#""name":"a","width":1e30"#, "width", .outOfRange),
        (#""name":"a","width":123456789012345678901234567890"#, "width", .outOfRange),
        (#""name":"a","width":-1"#, "width", .outOfRange),
        (#""name":"a","width":5,"fit":"fill""#, "height", .missing),
        (#""name":"a","fit":"stretch""#, "fit", .notAllowed),
        (#""name":"a","format":"gif""#, "format", .notAllowed),
        (#""name":"a","format":"png","quality":80"#, "quality", .contradiction),
        (#""name":"a","quality":0"#, "quality", .outOfRange),
        (#""name":"a","format":"jpeg","lossless":true"#, "lossless", .contradiction),
        (#""name":"a","format":"webp","lossless":true,"quality":5"#, "quality", .contradiction),
        (#""name":"a","format":"webp","chroma":"4:2:0""#, "chroma", .contradiction),
        (#""name":"a","chroma":"4:1:1""#, "chroma", .notAllowed),
        (#""name":"a","format":"webp","effort":7"#, "effort", .outOfRange),
        (#""name":"a","metadata":"none""#, "metadata", .wrongType),
        (#""name":"a","metadata":["gps","gps"]"#, "metadata/1", .duplicate),
        (#""name":"a","metadata":["face"]"#, "metadata/0", .notAllowed),
        (##""name":"a","background":"#12345""##, "background", .invalidFormat),
        (#""name":"a","enlarge":1"#, "enlarge", .wrongType),
        (#""name":"a","maximumBytes":10"#, "maximumBytes", .outOfRange),
        (#""name":"a","dpr":2"#, "dpr", .unknownField),
    ])
    func `a wrong rendition is the one problem`(members: String, member: String, code: ProblemCode) {
        let problems = ProblemList()
        _ = Samples.read(
            "{\"source\":{\"key\":\"uploads/a\"},\"renditions\":[{\(members)}]}",
            problems: problems
        )
        #expect(problems.problems.map(Expectation.init) == [Expectation("/renditions/0/" + member, code)])
    }

    @Test(arguments: [
        ("{}", "/source", ProblemCode.missing),
        (#"{"key":"uploads/a","url":"https://a.de"}"#, "/source", .contradiction),
        (#"{"key":""}"#, "/source/key", .invalidFormat),
        (#"{"key":"uploads/a/../b"}"#, "/source/key", .invalidFormat),
        (#"{"key":"/a"}"#, "/source/key", .invalidFormat),
        (#"{"key":"sources/order-42/original"}"#, "/source/key", .invalidFormat),
        (#"{"key":"uploads"}"#, "/source/key", .invalidFormat),
        (#"{"key":"Uploads/1/a.jpg"}"#, "/source/key", .invalidFormat),
        (#"{"key":"a\u0000b"}"#, "/source/key", .invalidFormat),
        (#"{"key":"\#(String(repeating: "é", count: 513))"}"#, "/source/key", .invalidFormat),
        (#"{"url":"https://user:pw@a.de/"}"#, "/source/url", .invalidURL),
        (#"{"url":"//a.de"}"#, "/source/url", .invalidURL),
        (#"{"url":"https:///x"}"#, "/source/url", .invalidURL),
        (#"{"url":"https://:80/"}"#, "/source/url", .invalidURL),
        (#"{"url":"https://a.de/\r\nX: y"}"#, "/source/url", .invalidURL),
        (#"{"url":"https://a.de\\@b.de"}"#, "/source/url", .invalidURL),
        (#"{"url":"https://a.de/#f"}"#, "/source/url", .invalidURL),
        (#"{"url":"file:///etc/passwd"}"#, "/source/url", .invalidURL),
    ])
    func `a wrong source is the one problem`(source: String, pointer: String, code: ProblemCode) {
        let problems = ProblemList()
        _ = Samples.read("{\"source\":\(source),\"renditions\":[{\"name\":\"a\"}]}", problems: problems)
        #expect(problems.problems.map(Expectation.init) == [Expectation(pointer, code)])
    }

    @Test(arguments: [
        (#"{"rows":5001,"columns":10,"width":159,"height":6000}"#, ["height", "rows", "width"]),
        (#"{"rows":10,"columns":6000,"width":9000,"height":9000}"#, ["columns", "width", "width"]),
        (
            #"{"rows":9223372036854775807,"columns":1e30,"width":100,"height":100}"#,
            ["columns", "height", "rows"]
        ),
        (#"{"rows":0,"columns":-1,"width":100,"height":100}"#, ["columns", "rows"]),
        (#"{"rows":2.5,"columns":"1","width":100,"height":100}"#, ["columns", "rows"]),
    ])
    func `too many rows or columns hide nothing of the size`(puzzle: String, members: [String]) {
        let text = Samples.minimalRequest.dropLast() + ",\"puzzle\":" + puzzle + "}"
        let error = #expect(throws: InvalidRequest.self) { try ProcessingRequest(reading: Array(text.utf8)) }
        #expect(error?.problems.map(\.pointer.text).sorted() == members.map { "/puzzle/" + $0 })
    }

    @Test(arguments: [("2.5", "a fraction"), ("\"2\"", "a string"), ("null", "null"), ("true", "a boolean")])
    func `what is no whole number is told apart`(value: String, words: String) {
        let text = Samples.minimalRequest.dropLast() + ",\"puzzle\":{\"rows\":\(value),\"columns\":1}}"
        let error = #expect(throws: InvalidRequest.self) { try ProcessingRequest(reading: Array(text.utf8)) }
        #expect(error?.problems.map(\.detail) == ["must be a whole number, not \(words)"])
    }

    @Test func `every problem of a puzzle is told, whichever comes first`() {
        let puzzle = #""puzzle":{"rows":0,"columns":50,"width":700,"style":"square","colour":1,"seed":-1}"#
        let problems = ProblemList()
        let text = Samples.minimalRequest.dropLast() + "," + puzzle + "}"
        _ = Samples.read(String(text), problems: problems)
        let members = ["colour", "rows", "seed", "style", "width"]
        #expect(problems.problems.map(\.pointer.text).sorted() == members.map { "/puzzle/" + $0 })
    }

    @Test(arguments: [#""renditions":[]"#, #""renditions":{}"#, #""retention":"keep""#])
    func `a request for nothing is refused`(member: String) {
        let problems = ProblemList()
        _ = Samples.read("{\"source\":{\"key\":\"uploads/a\"},\(member)}", problems: problems)
        #expect(problems.problems.map(\.pointer.text) == ["/renditions"])
    }
}
