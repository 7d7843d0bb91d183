import CloudTemplate
import Testing

@testable import LocalGateway

struct SchemaTests {
    private static func problems(_ schema: String, _ body: String) throws -> [SchemaProblem] {
        let text = """
            Resources:
              R:
                Type: A::B::C
                Properties:
                  S: \(schema)
                  Name: { type: string, minLength: 1 }
                  Tree: { type: object, properties: { next: { $ref: "#/components/schemas/Tree" } } }
                  Loop: { $ref: "#/components/schemas/Loop" }
            """
        let stack = try Template.read(Array(text.utf8), file: "t.yaml").stack(StackSettings(endpoint: ""))
        let list = ProblemList()
        let set = SchemaSet(PropertyReader(stack.resources[0].properties, problems: list))
        #expect(list.problems.map(\.reason) == [])
        return set.problems(of: try JSONValue(json: body), try #require(set["S"]))
    }

    private static let aside = """
        {properties: {a: {type: integer},
          names: {x-schema-propertyNames: {pattern: "^[a-z]*$", description: lower case}},
          list: {x-unique-members: {id: is taken}},
          later: {anyOf: [{$ref: "#/components/schemas/Name"}, {}], x-told-too: {$ref: "#/components/schemas/Name"}}}}
        """

    @Test(arguments: [
        // What only others refuse passes as long as there is nothing to tell it with.
        (#"{"later": 1}"#, []), (#"{"names": {"A": 1}}"#, []), (#"{"list": [{"id": 1}, {"id": 1.0}]}"#, []),
        (#"{"a": "", "later": 1, "names": {"A": 1}}"#, ["/a", "/later", "/names/A"]),
        (#"{"a": "", "list": [{"id": 1}, {}, {"id": 1}, 7, {}, {"id": 2}]}"#, ["/a", "/list/2/id"]),
        (#"{"a": "", "later": "x", "names": {"b": 1}, "list": [{"id": 1}, {"id": "1"}]}"#, ["/a"]),
        // What a template refuses in any case is told with what somebody else would refuse afterwards.
        (#"{"later": 1, "names": {"A": 1}}"#, ["/later", "/names/A"]),
        (#"{"names": {"A": 1}, "list": [{"id": 1}, {"id": 1}]}"#, []),
        (#"{"names": 1, "list": "", "later": {}}"#, []),
    ])
    func `what the validator leaves to others is told beside what it refuses`(
        body: String,
        places: [String]
    ) throws {
        #expect(try Self.problems(Self.aside, body).map(\.pointer).sorted() == places)
    }

    private static let conditional = """
        {allOf: [{anyOf: [{properties: {a: {not: {enum: [1]}}}},
          {required: [b, 'c/d'], properties: {e: {not: {}}}, description: where a is 1}]}]}
        """

    @Test(arguments: [
        (#"{"a": 1}"#, ["/b is required where a is 1", "/c~1d is required where a is 1"]),
        (#"{"a": 1, "b": 2, "c/d": 3, "e": 4}"#, ["/e must be left out where a is 1"]),
        (#"{"a": 1, "b": 2, "c/d": 3}"#, []), (#"{"a": 2, "e": 4}"#, []), (#"{"e": 4}"#, []), ("7", []),
    ])
    func `an exception and a demand are told as what is missing or too much`(
        body: String,
        texts: [String]
    ) throws {
        let problems = try Self.problems(Self.conditional, body)
        #expect(problems.flatMap { problem in problem.places.map { "\($0) \(problem.text)" } } == texts)
        let detail = "instance failed to match at least one required schema among 2"
        #expect(problems.allSatisfy { $0.detail == detail })
    }

    @Test(arguments: [
        "{anyOf: [{properties: {a: {enum: [1]}}}, {required: [b]}]}",
        "{anyOf: [{properties: {a: {enum: [1]}}, required: [a]}, {required: [b], description: else}]}",
        "{anyOf: [{properties: {a: {enum: [1]}}}, {enum: [2]}, {required: [b], description: else}]}",
        "{anyOf: [{type: string}, {required: [b], description: else}]}",
    ])
    func `alternatives that are no exception and demand are told as a whole`(schema: String) throws {
        #expect(try Self.problems(schema, #"{"a": 2}"#).flatMap(\.places) == [""])
    }

    private static let arithmetic = """
        {properties: {c: {not: {}}}, x-arithmetic: [{product: [a, b], maximum: 10, text: too many},
          {quotient: [b, a], minimum: 3, text: too small}]}
        """

    @Test(arguments: [
        (#"{"a": 3, "b": 4, "c": 0}"#, ["/a too many", "/b too small", "/c must be left out"]),
        (#"{"a": 1.0, "b": 10, "c": 0}"#, ["/c must be left out"]),
        (#"{"a": 0, "b": 11, "c": 0}"#, ["/c must be left out"]),
        (#"{"a": "3", "b": 1e400, "c": 0}"#, ["/c must be left out"]),
        (#"{"a": 3, "b": 4}"#, []), ("[]", []),
    ])
    func `what two numbers come to is told beside what is refused`(body: String, texts: [String]) throws {
        let problems = try Self.problems(Self.arithmetic, body)
        #expect(problems.map { "\($0.pointer) \($0.text)" }.sorted() == texts)
    }

    @Test(arguments: [
        ("{type: integer}", "2.5", "must be a whole number, not a fraction"),
        ("{type: [integer, string]}", "-0.1", "must be a whole number or a string, not a fraction"),
        ("{type: integer, maximum: 9}", "1e400", "must be at most 9"),
        ("{type: integer, minimum: 0}", "-1e400", "must be at least 0"),
        ("{type: number, maximum: 9}", "1e400", "must be at most 9"),
        ("{enum: ['0', '1']}", "1", "must be a string, not a whole number: one of 0, 1"),
        ("{enum: ['0', '1']}", "2.5", "must be a string, not a number: one of 0, 1"),
        ("{enum: [all]}", "null", "must be a string, not null: all"),
        ("{enum: ['0', '1']}", "\"2\"", "must be one of 0, 1"),
        ("{enum: [0, '1']}", "2", "must be one of 0, 1"),
    ])
    func `one problem is told once, in words that help`(schema: String, body: String, words: String) throws {
        #expect(try Self.problems(schema, body).map(\.text) == [words])
    }

    @Test(arguments: [
        (
            "{type: string}", "1", "",
            "instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])"
        ),
        (
            "{type: [string, 'null']}", "true", "",
            "instance type (boolean) does not match any allowed primitive type (allowed: [\"null\",\"string\"])"
        ),
        (
            "{type: integer}", "1.5", "",
            "instance type (number) does not match any allowed primitive type (allowed: [\"integer\"])"
        ),
        ("{required: [b, a]}", "{}", "", "object has missing required properties ([\"a\",\"b\"])"),
        (
            "{additionalProperties: false, properties: {a: {}}}", "{\"a\":1,\"c\":2,\"b\":3}", "",
            "object instance has properties which are not allowed by the schema: [\"b\",\"c\"]"
        ),
        (
            "{enum: [a, 1]}", "\"b\"", "",
            "instance value (\"b\") not found in enum (possible values: [\"a\",1])"
        ),
        ("{const: 5}", "6", "", "instance value (6) not found in enum (possible values: [5])"),
        (
            "{minimum: 1}", "0", "",
            "numeric instance is lower than the required minimum (minimum: 1, found: 0)"
        ),
        (
            "{minimum: 1, exclusiveMinimum: true}", "1", "",
            "numeric instance is not strictly greater than the required minimum 1"
        ),
        (
            "{exclusiveMinimum: 1}", "1", "",
            "numeric instance is not strictly greater than the required minimum 1"
        ),
        (
            "{maximum: 2.5}", "3", "",
            "numeric instance is greater than the required maximum (maximum: 2.5, found: 3)"
        ),
        (
            "{exclusiveMaximum: 2}", "2", "",
            "numeric instance is not strictly lower than the required maximum 2"
        ),
        ("{multipleOf: 2}", "5", "", "remainder of division is not zero (5 / 2)"),
        ("{minLength: 3}", "\"ab\"", "", "string \"ab\" is too short (length: 2, required minimum: 3)"),
        ("{maxLength: 1}", "\"ab\"", "", "string \"ab\" is too long (length: 2, maximum allowed: 1)"),
        ("{pattern: '^a+$'}", "\"b\"", "", "ECMA 262 regex \"^a+$\" does not match input string \"b\""),
        ("{pattern: '^a+$'}", "\"a\\n\"", "", "ECMA 262 regex \"^a+$\" does not match input string \"a\\n\""),
        (
            "{minItems: 1}", "[]", "",
            "array is too short: must have at least 1 elements but instance has 0 elements"
        ),
        (
            "{maxItems: 1}", "[1,2]", "",
            "array is too long: must have at most 1 elements but instance has 2 elements"
        ),
        ("{uniqueItems: true}", "[{\"a\":1},{\"a\":1.0}]", "", "array must not contain duplicate elements"),
        (
            "{items: {type: string}}", "[\"a\",1]", "/1",
            "instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])"
        ),
        (
            "{properties: {'a/b~': {minimum: 1}}}", "{\"a/b~\":0}", "/a~1b~0",
            "numeric instance is lower than the required minimum (minimum: 1, found: 0)"
        ),
        (
            "{additionalProperties: {type: string}}", "{\"x\":1}", "/x",
            "instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])"
        ),
        (
            "{minProperties: 1}", "{}", "",
            "object has too few properties (found 0 but schema requires at least 1)"
        ),
        (
            "{maxProperties: 1}", "{\"a\":1,\"b\":2}", "",
            "object has too many properties (found 2 but schema requires at most 1)"
        ),
        (
            "{anyOf: [{required: [a]}, {required: [b]}]}", "{}", "",
            "instance failed to match at least one required schema among 2"
        ),
        (
            "{oneOf: [{type: number}, {type: integer}]}", "1", "",
            "instance failed to match exactly one schema (matched 2 out of 2)"
        ),
        (
            "{allOf: [{minimum: 1}]}", "0", "",
            "numeric instance is lower than the required minimum (minimum: 1, found: 0)"
        ),
        ("{not: {type: string}}", "\"a\"", "", "instance matched a schema which it should not have"),
        (
            "{properties: {name: {$ref: '#/components/schemas/Name'}}}", "{\"name\":\"\"}", "/name",
            "string \"\" is too short (length: 0, required minimum: 1)"
        ),
        (
            "{$ref: '#/components/schemas/Tree'}", "{\"next\":{\"next\":5}}", "/next/next",
            "instance type (integer) does not match any allowed primitive type (allowed: [\"object\"])"
        ),
    ])
    func `a value that breaks a keyword is told so at its place`(
        schema: String,
        body: String,
        pointer: String,
        detail: String
    ) throws {
        let problems = try Self.problems(schema, body)
        #expect(problems.map(\.pointer) == [pointer])
        #expect(problems.map(\.detail) == [detail])
    }

    @Test(arguments: [
        ("{type: integer}", "1.0"), ("{type: number}", "1"), ("{}", "null"), ("{minLength: 3}", "5"),
        ("{minimum: 3}", "\"a\""),
        ("{maxLength: 1}", "\"😀\""), ("{pattern: 'b'}", "\"abc\""), ("{enum: [1]}", "1.0"),
        ("{multipleOf: 0.5}", "2.5"),
        ("{additionalProperties: true}", "{\"x\":1}"), ("{oneOf: [{minimum: 5}, {maximum: 1}]}", "0"),
        ("{anyOf: [{required: [a]}, {required: [b]}]}", "{\"b\":1}"),
        ("{uniqueItems: true}", "[1,\"1\",[1]]"),
        ("{exclusiveMinimum: 1}", "1.1"),
        ("{type: object, required: [a], properties: {a: {}}}", "{\"a\":null}"),
    ])
    func `a value that satisfies its schema has no problem`(schema: String, body: String) throws {
        #expect(try Self.problems(schema, body).isEmpty)
    }

    @Test func `all problems of a body are found at once`() throws {
        let schema =
            "{type: object, required: [a], additionalProperties: false, properties: {b: {type: array, items: {maximum: 1}}}}"
        #expect(
            try Self.problems(schema, #"{"b": [5, 1, 6], "c": 1}"#).map(\.pointer) == [
                "", "", "/b/0", "/b/2",
            ]
        )
    }

    @Test(arguments: [
        ("{required: [b, a]}", "{}", ["/a", "/b"]),
        (
            "{additionalProperties: false, properties: {a: {}}}", "{\"a\":1,\"c/d\":2,\"b\":3}",
            ["/b", "/c~1d"]
        ),
        ("{minProperties: 1}", "{}", [""]),
    ])
    func `each member that a problem is about has a place of its own`(
        schema: String,
        body: String,
        places: [String]
    ) throws {
        #expect(try Self.problems(schema, body).flatMap(\.places) == places)
    }

    @Test func `a schema that refers to itself without end is stopped`() throws {
        let problems = try Self.problems("{$ref: '#/components/schemas/Loop'}", "1")
        #expect(problems.map(\.detail) == ["the schema refers to itself without end"])
    }

    @Test(arguments: [
        ("\\s", " ", true), ("\\s", "\u{FEFF}", true), ("\\s", "\u{2028}", true), ("\\s", "\u{85}", false),
        ("^[^@\\s]+$", "a\u{85}", true), ("^[^@\\s]+$", "a\u{A0}", false), ("^\\S$", "\u{FEFF}", false),
        ("^\\S$", "ä", true), ("\\d", "٣", false), ("^\\w$", "ä", false), ("^\\\\s$", "\\s", true),
        ("^\\[\\s\\]$", "[ ]", true),
        ("^[\\]\\s]+$", "] ]", true),
    ])
    func `patterns mean what they mean in ECMA 262`(pattern: String, text: String, isFound: Bool) throws {
        #expect(try #require(SchemaPattern(pattern)).isFound(in: text) == isFound)
    }
}
