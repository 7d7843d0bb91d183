import Testing

@testable import LocalGateway

struct JSONPathTests {
    private static let document = """
        {"store": {"book": [{"title": "A", "price": 8}, {"title": "B", "price": 9}, {"title": "C"}], "open": true},
         "odd name": 1, "empty": null}
        """

    @Test(arguments: [
        ("$.store.open", "true"), ("$['odd name']", "1"), ("$[\"odd name\"]", "1"), ("store.open", "true"),
        ("$.store.book[0].title", "\"A\""), ("$.store.book[-1].title", "\"C\""),
        ("$.store.book[0:2].title", "[\"A\",\"B\"]"),
        ("$.store.book[1:].title", "[\"B\",\"C\"]"), ("$.store.book[0,2].title", "[\"A\",\"C\"]"),
        ("$.store.book[*].price", "[8,9]"), ("$..title", "[\"A\",\"B\",\"C\"]"), ("$.store.*.title", "[]"),
        ("$['store']['open']", "true"), ("$.store.book[0]['title','price']", "[\"A\",8]"),
        ("$.empty", "null"),
        ("$..book[0].title", "[\"A\"]"),
    ])
    func `a path leads to its values`(path: String, json: String) throws {
        let document = try JSONValue(json: Self.document)
        #expect(try JSONPath(path).value(in: document)?.text == json)
    }

    @Test(arguments: ["$.nope", "$.store.book[9]", "$.store.open.deeper", "$.store.book.title"])
    func `a definite path to nothing leads to nothing`(path: String) throws {
        #expect(try JSONPath(path).value(in: JSONValue(json: Self.document)) == nil)
    }

    @Test(arguments: ["$.", "$..", "$[", "$[x]", "$['a", "$[?(@.a)]", "$a"])
    func `what is no path is refused`(path: String) {
        #expect(throws: JSONPathError.self) { try JSONPath(path) }
    }
}
