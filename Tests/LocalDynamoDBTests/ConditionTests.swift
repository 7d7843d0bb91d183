import Testing

@testable import LocalDynamoDB

@Suite struct ConditionTests {
    @Test(arguments: [
        ("n = :n", true), ("n = :n2", true), ("n <> :n", false), ("n < :six", true), ("n >= :six", false),
        ("n <= :n", true), ("n > :n", false), ("s = :s", true), ("s > :he", true), ("#n = :n", true),
        ("gone = :n", false), ("gone <> :n", true), ("gone < :n", false), ("s < :n", false),
        ("ss = :ss", true), ("t = :t", true), ("nil = :null", true),
        ("attribute_exists(n)", true), ("attribute_exists(gone)", false),
        ("attribute_not_exists(gone)", true), ("attribute_not_exists(m.kin)", false),
        ("attribute_exists(m.steps[2])", true), ("attribute_exists(m.steps[3])", false),
        ("attribute_exists(l[2].deep)", true), ("attribute_type(n, :N)", true),
        ("attribute_type(s, :N)", false),
        ("begins_with(s, :he)", true), ("begins_with(s, :l)", false), ("begins_with(b, :b)", true),
        ("contains(s, :l)", true), ("contains(ss, :x)", true), ("contains(ss, :he)", false),
        ("contains(ns, :one)", true), ("contains(l, :one)", true), ("contains(b, :b)", true),
        ("contains(m, :x)", false),
        ("size(s) = :n", true), ("size(l) < :n", true), ("size(b) >= :one", true), ("size(n) = :n", false),
        ("size(m.steps) > :one", true), ("n BETWEEN :one AND :six", true), ("s between :he and :s", true),
        ("n IN (:one, :n)", true), ("n in (:one)", false), ("s IN (:n, :s)", true),
        ("NOT n = :six", true), ("n = :n AND s = :s", true), ("n = :six OR s = :s", true),
        ("n = :six AND s = :s OR t = :t", true), ("n = :six AND (s = :s OR t = :t)", false),
        ("NOT (n = :n AND s = :he)", true), ("not n = :n or t = :t", true), ("(n) = (:n)", true),
        ("n = :n AND n BETWEEN :one AND :six AND t = :t", true),
    ])
    func `a condition holds or not`(text: String, expected: Bool) throws {
        var scope = try sampleScope()
        let condition = try ConditionExpression(text, scope: &scope).condition
        #expect(condition.holds(for: sampleItem) == expected)
    }

    @Test(arguments: [
        ("", "The expression can not be empty;"),
        ("n", #"Syntax error; token: "<EOF>", near: "n""#),
        ("n =", #"Syntax error; token: "<EOF>", near: "=""#),
        ("a-b", #"Syntax error; token: "-", near: "a-b""#),
        ("n = :n AND", #"Syntax error; token: "<EOF>", near: "AND""#),
        ("n = :n garbage", #"Syntax error; token: "garbage", near: ":n garbage""#),
        ("!! = :n", #"Syntax error; token: "!", near: "!!""#),
        ("contains()", #"Syntax error; token: ")", near: "()""#),
        ("n BETWEEN :one", #"Syntax error; token: "<EOF>", near: ":one""#),
        ("l[x] = :n", #"Syntax error; token: "x", near: "[x]""#),
        ("((n = :n))", "The expression has redundant parentheses;"),
        ("nope(n)", "Invalid function name; function: nope"),
        (
            "attribute_exists(n) = :n",
            "The function is not allowed to be used this way in an expression; function: attribute_exists"
        ),
        ("size(n)", "The function is not allowed to be used this way in an expression; function: size"),
        ("status = :n", "Attribute name is a reserved keyword; reserved keyword: status"),
        (
            "#nope = :n",
            "An expression attribute name used in the document path is not defined; attribute name: #nope"
        ),
        (
            "n = :nope",
            "An expression attribute value used in expression is not defined; attribute value: :nope"
        ),
        (
            "begins_with(s)",
            "Incorrect number of operands for operator or function; "
                + "operator or function: begins_with, number of operands: 1"
        ),
        (
            "begins_with(s, :n)",
            "Incorrect operand type for operator or function; "
                + "operator or function: begins_with, operand type: N"
        ),
        (
            "attribute_exists(:n)",
            "Operator or function requires a document path; operator or function: attribute_exists"
        ),
        (
            "attribute_type(n, :wrong)",
            "Invalid attribute type name found; type: Z, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
        ),
        (
            "n = n",
            "The first operand must be distinct from the remaining operands for this operator or function; "
                + "operator: =, first operand: [n]"
        ),
        (
            "n < :t",
            "Incorrect operand type for operator or function; operator: <, operand type: BOOL"
        ),
        (
            "n BETWEEN :six AND :one",
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
                + "lower bound operand: AttributeValue: {N:6}, upper bound operand: AttributeValue: {N:1}"
        ),
        (
            "n BETWEEN :one AND :s",
            "The BETWEEN operator requires same data type for lower and upper bounds; "
                + "lower bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:hello}"
        ),
        // The graver kind of problem is reported, not the one that stands first.
        ("n = :nope AND nope(n)", "Invalid function name; function: nope"),
    ])
    func `a condition that is not valid is refused in DynamoDB's words`(text: String, message: String) {
        let found = complaint {
            var scope = try sampleScope()
            _ = try ConditionExpression(text, scope: &scope)
        }
        #expect(found == message)
    }

    @Test func `a placeholder that no expression uses is refused`() throws {
        var scope = try ExpressionScope(names: ["#a": "a", "#b": "b"], values: [":v": .null])
        _ = try ConditionExpression("#a = :v", scope: &scope)
        #expect(
            complaint { try scope.requireAllUsed() }
                == "Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}"
        )
    }

    @Test(arguments: [
        ["a": "x"], ["#": "x"], ["#a b": "x"], ["#a.b": "x"],
    ])
    func `a placeholder that no expression can contain is refused`(names: [String: String]) {
        let key = names.keys.first ?? ""
        #expect(
            complaint { _ = try ExpressionScope(names: names, values: nil) }
                == "ExpressionAttributeNames contains invalid key: Syntax error; key: \"\(key)\""
        )
    }
}
