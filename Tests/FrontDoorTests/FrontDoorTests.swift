import FoundationEssentials
import Testing

@testable import StageContracts

@Suite struct `The front door` {
    private static func long(_ count: Int, _ text: String = "a") -> JSONValue {
        .string(String(repeating: text, count: count))
    }

    /// Values that are wrong in most places, and right in some.
    private static let values: [JSONValue] =
        [
            .null, .bool(true), .integer(0), .integer(1), .integer(-1), .number(0.5), .number(2),
            .number(1e30),
            .integer(11), .integer(101), .integer(361), .integer(16_384), .integer(65_536),
            .integer(300_000_000),
            .array([]), .array([.integer(1)]), .array([.string("gps"), .string("gps")]),
            .array([.string("face")]),
            .object([:]), .object(["x": .integer(1)]),
            .object(["key": .string("uploads/a"), "url": .string("https://a.de")]),
            .object(["key": .string("uploads/a")]), .object(["flip": .object([:])]),
            .object(["flip": .bool(true)]),
            .object(["a": .string("1")]), .object(["status": .string("1")]), .object(["type": .string("1")]),
            long(64), long(65), long(128), long(129), long(256), long(257), long(1024), long(1025),
            .string("https://a.de/" + String(repeating: "a", count: 2048)),
            .array(Array(repeating: .object(["flip": .object([:])]), count: 33)),
            .object(Dictionary(uniqueKeysWithValues: (0..<7).map { ("a\($0)", JSONValue.string("1")) })),
        ]
        + [
            "", " ", "x", "a b", "-a", ".a", "a:b", "a/b", "../x", "a/../b", "/a", "a/", "a//b", "...",
            "a/..b", "./a",
            "a\u{202E}b", "\u{200F}/b", "a/ ", "a/. ", "a/ .", "a/\u{3000}", ". /b", "a/....",
            "a\u{0}b", "a\u{7F}", "a\u{2028}", "a\n", "é", "#12345", "#123456", "#1234567g", "#12345678",
            "16:9", "0:1",
            "16:0", "16:10001", "10000:007", "1:+1", "1:1:1", "a@b", "a@b.c", "a..b@c.de", ".a@b.de",
            "a@-b.de",
            "a@b.d-", "<a@b.de>", "a@b.de,c@d.de", "a+b@c.de", "a@b@c.de", "a b@c.de",
            String(repeating: "a", count: 64) + "@b.de", String(repeating: "a", count: 65) + "@b.de",
            "ftp://a.de",
            "http://", "http://:80/",
            "https://u@a.de/", "https://a.de/@x", "https://a.de/#f", "https://a.de/ü", "https://a.de/<x>",
            "https://a.de\\x",
            "HTTP://a.de", "https://a.de?x", "https://[::1]/", "https:a.de", "//a.de", "https://a.de/a b",
            "gallery", "keep",
            "usa", "jpeg", "all", "cover", "north", "4:2:0", "lanczos3",
        ].map(JSONValue.string)
        + [
            "", "x", "/x", "../x", "a/../b", "a/", "a//b", "...", "a/..b", "./a", "a\u{202E}b", "a/ ", "a/. ",
            "a/\u{3000}", ". /b", "a/....", "a\u{0}b", "a\n", "é", "\u{3164}", "a/.\u{2800}",
            "\u{AD}\u{FE0F}",
            "\u{301}", "a/\u{340}.\u{E0041}", "\u{E0041}.", "e\u{301}", "\u{1F600}\u{FE0F}",
        ].map { JSONValue.string("uploads/" + $0) } + [long(1024, "é"), .string("uploadsx/a")]

    /// The shipped example of a request that has every field, taken apart: small requests are quickly checked.
    private static func requests() throws -> [JSONValue] {
        let path = URL(filePath: #filePath).appending(path: "../../StageContractsTests/Golden/request.json")
        let whole = try JSONValue(readingDocument: Array(Data(contentsOf: path.standardized)))
        var rest = try #require(whole.members)
        guard case .array(let operations)? = rest.removeValue(forKey: "operations"),
            case .array(let renditions)? = rest.updateValue(
                .array([.object(["name": .string("a")])]),
                forKey: "renditions"
            )
        else { return [] }
        let frame: [String: JSONValue] = [
            "source": .object(["key": .string("uploads/a")]), "preset": .string("gallery"),
        ]
        let parts =
            operations.map { ["operations": JSONValue.array([$0])] }
            + renditions.map { ["renditions": .array([$0])] }
        return [.object(rest)] + parts.map { .object(frame.merging($0) { $1 }) }
    }

    @Test
    func
        `refuses every wrong field that the contract refuses, and no other, in words that people understand`()
        throws
    {
        let door = try FrontDoor()
        var count = 0
        for request in try Self.requests().flatMap({ AlteredRequest.all(of: $0, values: Self.values) }) {
            count += 1
            let verdicts = try Verdicts(on: request.text, door)
            for problem in verdicts.missed {
                Issue.record("\(request.testDescription): only the contract says \(problem)")
            }
            let isTooStrict = verdicts.contract.isEmpty && !verdicts.door.isEmpty
            #expect(!isTooStrict, "\(request.testDescription): only the front door says \(verdicts.door)")
            for problem in verdicts.door { #expect(Self.isPlain(problem.text), "\(problem.text)") }
            #expect(verdicts.disagreements.isEmpty, "\(request.testDescription)")
        }
        #expect(count > 10_000)
    }

    @Test(arguments: FieldCombinations.all)
    func `refuses fields that cannot stand together, and no others`(combinations: FieldCombinations) throws {
        let door = try FrontDoor()
        for request in combinations.requests {
            let verdicts = try Verdicts(on: request, door)
            #expect(verdicts.missed.isEmpty, "\(request): only the contract")
            #expect(verdicts.excess.isEmpty, "\(request): only the front door")
            for problem in verdicts.door { #expect(Self.isPlain(problem.text), "\(problem.text)") }
        }
    }

    private static func isPlain(_ text: String) -> Bool {
        ["must ", "is ", "needs ", "may ", "times ", "leaves "].contains(where: text.hasPrefix)
            && !["regex", "^", "[\"", "instance", "schema"].contains(where: text.contains)
    }

    @Test(arguments: [
        (#""attributes":{"region":"mars"}"#, "/attributes/region", "must be one of usa, latam"),
        (
            #""requestId":"a b""#, "/requestId",
            "must be 1 to 128 letters, digits, '.', '_' or '-', the first a letter or digit"
        ),
        (#""retention":"shred""#, "/retention", "must be one of keep, archive, discard"),
        (#""renditions":[{"name":"a","width":0}]"#, "/renditions/0/width", "must be from 1 to 16383"),
        (#""renditions":[{"width":"1"}]"#, "/renditions/0/width", "must be a whole number, not a string"),
        (#""renditions":[{"width":2.5}]"#, "/renditions/0/width", "must be a whole number, not a fraction"),
        (
            #""attributes":{"priority":1}"#, "/attributes/priority",
            "must be a string, not a whole number: one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9"
        ),
        (#""tolerant":1,"puzzle":{"rows":0,"colour":1}"#, "/puzzle/columns", "is required"),
        (#""tolerant":1,"puzzle":{"rows":0,"colour":1}"#, "/puzzle/rows", "must be from 1 to 5000"),
        (
            #""tolerant":1,"attributes":{"a b":"1"}"#, "/attributes/a b",
            "must be named with 1 to 64 letters, digits, '_' or '-', the first a letter or digit"
        ),
        (
            #""renditions":[{"name":"a"},{"name":"a","width":0}]"#, "/renditions/1/name",
            "is the name of an earlier rendition"
        ),
        (#""renditions":[]"#, "/renditions", "must have from 1 to 32 elements, not 0"),
        (#""operations":[{"flip":{},"flop":{}}]"#, "/operations/0", "must have exactly 1 field"),
        (#""operations":[{"watermark":{}}]"#, "/operations/0/watermark", "needs one of text, image"),
        (
            #""renditions":[{"name":"a","fit":"cover","width":1}]"#, "/renditions/0/height",
            "is required where fit is not inside"
        ),
        (
            #""renditions":[{"name":"a","format":"png","quality":80}]"#, "/renditions/0/quality",
            "must be left out where format is png"
        ),
        (
            #""renditions":[{"lossless":true,"quality":80}]"#, "/renditions/0/quality",
            "must be left out where lossless is true"
        ),
        (#""operations":[{"crop":{"x":0,"width":1}}]"#, "/operations/0/crop/y", "is required beside x or y"),
        (
            #""operations":[{"crop":{"aspectRatio":"1:1","height":1}}]"#, "/operations/0/crop/height",
            "must be left out beside aspectRatio"
        ),
        (
            #""operations":[{"watermark":{"text":"a","tiled":true,"margin":0}}]"#,
            "/operations/0/watermark/margin", "must be left out where tiled is true"
        ),
        (#""notify":{"phone":"1"}"#, "/notify/phone", "is not known; known are channel, email, webhook"),
        (#""tolerant":true"#, "", "needs at least one of renditions, preset, puzzle"),
    ])
    func `says`(field: String, pointer: String, text: String) throws {
        let problems = try FrontDoor().problems("{\"source\":{\"key\":\"uploads/a\"},\(field)}")
        #expect(problems.contains { $0.pointer == pointer && $0.text == text }, "\(problems)")
    }

    @Test(arguments: [
        (#""source":null"#, "/source", "must be an object, not null"),
        (#""source":"x""#, "/source", "must be an object, not a string"),
        (#""source":[]"#, "/source", "must be an object, not an array"),
        (#""source":{"key":"uploads/a"},"puzzle":null"#, "/puzzle", "must be an object, not null"),
        (#""source":{"key":"uploads/a"},"puzzle":[]"#, "/puzzle", "must be an object, not an array"),
        (#""source":{"key":"uploads/a"},"preset":"x""#, "/preset", "must be gallery"),
    ])
    func `tells a fault once, in the words of the contract`(
        fields: String,
        pointer: String,
        text: String
    ) throws {
        let verdicts = try Verdicts(on: "{\"renditions\":[{\"name\":\"a\"}],\(fields)}", FrontDoor())
        #expect(verdicts.door.map { [$0.pointer, $0.text] } == [[pointer, text]])
        #expect(verdicts.contract.map { [$0.pointer.text, $0.detail] } == [[pointer, text]])
    }

    @Test(arguments: [
        ("/source/url", "http://u:p@h.de/", "invalid_url"),
        ("/source/url", "file:///etc/passwd", "invalid_url"),
        ("/source/url", "https://h.de/#f", "invalid_url"),
        ("/notify/webhook", "gopher://h.de/", "invalid_url"),
        ("/notify/webhook", "https://" + String(repeating: "h", count: 2041), "invalid_url"),
        ("/notify/email", "a@b@c.de", "invalid_email"),
        ("/notify/email", "a@b.de\r\nBcc: x@y.de", "invalid_email"),
        ("/notify/email", String(repeating: "a", count: 65) + "@b.de", "invalid_email"),
    ])
    func `refuses addresses with codes of their own, as the record of a job does`(
        _ pointer: String,
        text: String,
        code: String
    ) throws {
        let path = pointer.split(separator: "/").map(String.init)
        var members: [String: JSONValue] = [
            "source": .object(["key": .string("uploads/a")]), "preset": .string("gallery"),
        ]
        members[path[0]] = .object([path[1]: .string(text)])
        let request = try JSONEncoder().encode(JSONValue.object(members))
        let verdicts = try Verdicts(on: String(decoding: request, as: UTF8.self), FrontDoor())
        #expect(verdicts.door.map(\.pointer) == [pointer])
        #expect(verdicts.door.map(\.code) == [code])
        #expect(verdicts.contract.map(\.pointer.text) == [pointer])
        #expect(verdicts.contract.map(\.code.rawValue) == [code])
        let failure = InvalidRequest(problems: verdicts.contract).failure(at: .preprocess)
        #expect(failure.code == (path[0] == "source" ? .sourceURLInvalid : .invalidRequest))
    }
}
