import Testing

@testable import LocalDynamoDB

@Suite struct ProjectionExpressionTests {
    @Test(
        arguments: [
            ("n", ["n": number("5")]),
            ("n, gone", ["n": number("5")]),
            ("m.kin", ["m": .map(["kin": number("7")])]),
            ("m.steps[2], m.steps[0]", ["m": .map(["steps": .list([number("1"), number("3")])])]),
            ("l[2].deep", ["l": .list([.map(["deep": .string("down")])])]),
            ("m.steps[9]", [:]),
            ("n.kin", [:]),
            ("#n", ["n": number("5")]),
        ] as [(String, Item)]
    )
    func `a projection keeps its places and what leads to them`(text: String, expected: Item) throws {
        var scope = try sampleScope()
        #expect(try ProjectionExpression(text, scope: &scope).apply(to: sampleItem) == expected)
    }

    @Test(arguments: [
        ("", "The expression can not be empty;"),
        ("!!", #"Syntax error; token: "!", near: "!!""#),
        ("a b", #"Syntax error; token: "b", near: "a b""#),
        ("a,", #"Syntax error; token: "<EOF>", near: ",""#),
        ("name", "Attribute name is a reserved keyword; reserved keyword: name"),
        (
            "n, n",
            "Two document paths overlap with each other; must remove or rewrite one of these paths; "
                + "path one: [n], path two: [n]"
        ),
        (
            "m.a, m[1]",
            "Two document paths conflict with each other; must remove or rewrite one of these paths; "
                + "path one: [m, a], path two: [m, [1]]"
        ),
    ])
    func `a projection that is not valid is refused in DynamoDB's words`(text: String, message: String) {
        let found = complaint {
            var scope = try sampleScope()
            _ = try ProjectionExpression(text, scope: &scope)
        }
        #expect(found == message)
    }
}
