@testable import LocalDynamoDB
@testable import LocalServiceKit

/// The item that expressions are put to.
let sampleItem: Item = [
    "id": .string("a"), "n": number("5"), "big": number("100"), "s": .string("hello"), "e": .string(""),
    "b": .binary([1, 2, 3]), "t": .bool(true), "nil": .null,
    "ss": .stringSet(["x", "y"]), "ns": .numberSet([DecimalNumber(1), DecimalNumber(2)]),
    "l": .list([.string("zero"), number("1"), .map(["deep": .string("down")])]),
    "m": .map(["kin": number("7"), "steps": .list([number("1"), number("2"), number("3")])]),
]

/// The values that expressions may name.
let sampleValues: [String: AttributeValue] = [
    ":n": number("5"), ":n2": number("5.0"), ":six": number("6"), ":one": number("1"), ":s": .string("hello"),
    ":he": .string("he"), ":l": .string("l"), ":x": .string("x"), ":b": .binary([1, 2]), ":t": .bool(true),
    ":null": .null, ":ss": .stringSet(["y", "x"]), ":ss2": .stringSet(["y", "z"]), ":N": .string("N"),
    ":wrong": .string("Z"), ":list": .list([.string("new")]), ":map": .map([:]),
    ":ns": .numberSet([DecimalNumber(9)]),
]

/// A number written in the source.
func number(_ text: String) -> AttributeValue {
    guard let number = try? DecimalNumber(parsing: text) else { preconditionFailure("\(text) is no number") }
    return .number(number)
}

/// A scope with those values and two names; nothing has been used in it.
func sampleScope() throws -> ExpressionScope {
    try ExpressionScope(names: ["#status": "status", "#n": "n"], values: sampleValues)
}

/// The text of what the expression was refused for; nil where it was not.
func complaint(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch let error as ExpressionError {
        return error.message
    } catch let error as ServiceError {
        return error.message
    } catch {
        return "\(error)"
    }
}
