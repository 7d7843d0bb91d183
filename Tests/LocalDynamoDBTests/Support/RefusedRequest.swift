import Testing

/// An action, its input, and the text of the error.
struct RefusedRequest: Sendable, CustomTestStringConvertible {
    let action: String
    let input: String
    let message: String

    init(_ action: String, _ input: String, _ message: String) {
        self.action = action
        self.input = input
        self.message = message
    }

    var testDescription: String { "\(action) \(input.prefix(100))" }
}
