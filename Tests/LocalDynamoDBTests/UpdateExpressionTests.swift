import Testing

@testable import LocalDynamoDB

@Suite struct UpdateExpressionTests {
    /// One update of the sample item: a path of the result and the value expected there.
    @Test(
        arguments: [
            ("SET n = :six", "n", number("6")),
            ("SET n = n + :one", "n", number("6")),
            ("SET n = :one - n", "n", number("-4")),
            ("SET n = if_not_exists(n, :one)", "n", number("5")),
            ("SET fresh = if_not_exists(fresh, :one)", "fresh", number("1")),
            ("SET fresh = if_not_exists(fresh, :one) + :six", "fresh", number("7")),
            ("SET n = (n + :one)", "n", number("6")),
            ("set #status = :s", "status", .string("hello")),
            (
                "SET m.kin = :s", "m",
                .map(["kin": .string("hello"), "steps": .list(["1", "2", "3"].map(number))])
            ),
            (
                "SET m.steps[1] = :six", "m",
                .map(["kin": number("7"), "steps": .list(["1", "6", "3"].map(number))])
            ),
            (
                "SET m.steps[9] = :six, m.steps[7] = :n", "m",
                .map(["kin": number("7"), "steps": .list(["1", "2", "3", "5", "6"].map(number))])
            ),
            ("SET l = list_append(l, :list)", "l", .list(sampleList + [.string("new")])),
            ("SET l = list_append(:list, l)", "l", .list([.string("new")] + sampleList)),
            ("SET n = big, big = n", "n", number("100")),
            ("SET n = big, big = n", "big", number("5")),
            ("REMOVE n", "n", nil),
            ("REMOVE l[0], l[1]", "l", .list([sampleList[2]])),
            ("REMOVE l[9]", "l", .list(sampleList)),
            ("REMOVE gone", "gone", nil),
            ("ADD n :six", "n", number("11")),
            ("ADD fresh :six", "fresh", number("6")),
            ("ADD ss :ss2", "ss", .stringSet(["x", "y", "z"])),
            ("ADD fresh :ss2", "fresh", .stringSet(["y", "z"])),
            ("DELETE ss :ss2", "ss", .stringSet(["x"])),
            ("DELETE ss :ss", "ss", nil),
            ("DELETE gone :ss", "gone", nil),
            ("SET n = :six REMOVE s ADD big :one DELETE ss :ss2", "big", number("101")),
        ] as [(String, String, AttributeValue?)]
    )
    func `an update changes its places only`(
        text: String,
        attribute: String,
        expected: AttributeValue?
    ) throws {
        var scope = try sampleScope()
        let update = try UpdateExpression.parse(text, scope: &scope).update
        let item = try update.apply(to: sampleItem)
        #expect(item[attribute] == expected)
        let touched = Set(update.paths.map(\.attribute))
        for (name, value) in sampleItem where !touched.contains(name) { #expect(item[name] == value) }
    }

    @Test(arguments: [
        ("", "The expression can not be empty;"),
        ("INVALID SYNTAX HERE", #"Syntax error; token: "INVALID", near: "INVALID SYNTAX""#),
        ("SET", #"Syntax error; token: "<EOF>", near: "SET""#),
        ("SET n =", #"Syntax error; token: "<EOF>", near: "=""#),
        ("SET n = n /:one", #"Syntax error; token: "/", near: "n /:one""#),
        ("SET n : incr", #"Syntax error; token: ":", near: "n : incr""#),
        ("SET n = :one,", #"Syntax error; token: "<EOF>", near: ",""#),
        ("ADD n n", #"Syntax error; token: "n", near: "n n""#),
        ("SET status = :s", "Attribute name is a reserved keyword; reserved keyword: status"),
        ("SET n = nope(n)", "Invalid function name; function: nope"),
        ("SET n = :n SET s = :s", "The \"SET\" section can only be used once in an update expression;"),
        (
            "SET n = :n REMOVE n",
            "Two document paths overlap with each other; must remove or rewrite one of these paths; "
                + "path one: [n], path two: [n]"
        ),
        (
            "SET m.kin = :n, m = :map",
            "Two document paths overlap with each other; must remove or rewrite one of these paths; "
                + "path one: [m, kin], path two: [m]"
        ),
        (
            "SET m.kin = :n, m[0] = :n",
            "Two document paths conflict with each other; must remove or rewrite one of these paths; "
                + "path one: [m, kin], path two: [m, [0]]"
        ),
        (
            "ADD n :s",
            "Incorrect operand type for operator or function; operator: ADD, operand type: STRING"
        ),
        (
            "DELETE n :n",
            "Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER"
        ),
        (
            "SET n = n + :s",
            "Incorrect operand type for operator or function; operator or function: +, operand type: S"
        ),
        (
            "SET l = list_append(l, :n)",
            "Incorrect operand type for operator or function; "
                + "operator or function: list_append, operand type: N"
        ),
        (
            "SET l = list_append(l)",
            "Incorrect number of operands for operator or function; "
                + "operator or function: list_append, number of operands: 1"
        ),
        (
            "SET n = if_not_exists(:n, :one)",
            "Operator or function requires a document path; operator or function: if_not_exists"
        ),
        (
            "SET n = :nope",
            "An expression attribute value used in expression is not defined; attribute value: :nope"
        ),
    ])
    func `an update that is not valid is refused in DynamoDB's words`(text: String, message: String) {
        let found = complaint {
            var scope = try sampleScope()
            _ = try UpdateExpression.parse(text, scope: &scope)
        }
        #expect(found == message)
    }

    @Test(arguments: [
        ("SET n = gone", "The provided expression refers to an attribute that does not exist in the item"),
        ("SET n = s + :one", "An operand in the update expression has an incorrect data type"),
        ("SET n = list_append(n, :list)", "An operand in the update expression has an incorrect data type"),
        ("ADD s :one", "An operand in the update expression has an incorrect data type"),
        ("DELETE n :ss", "An operand in the update expression has an incorrect data type"),
        ("SET gone.a = :n", "The document path provided in the update expression is invalid for update"),
        ("SET n.a = :n", "The document path provided in the update expression is invalid for update"),
        ("SET s[0] = :n", "The document path provided in the update expression is invalid for update"),
        ("REMOVE gone.a", "The document path provided in the update expression is invalid for update"),
    ])
    func `an update that does not fit the item is refused`(text: String, message: String) throws {
        var scope = try sampleScope()
        let update = try UpdateExpression.parse(text, scope: &scope).update
        #expect(complaint { _ = try update.apply(to: sampleItem) } == message)
    }
}

private let sampleList: [AttributeValue] = {
    if case .list(let list)? = sampleItem["l"] { list } else { [] }
}()
