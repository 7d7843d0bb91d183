/// The fixed text that names a class of failure, as metrics count it: `Function.UnreadableEvent`.
///
/// Lambda takes only texts of the form `(Runtime|Function)\.[A-Z][a-zA-Z]+` over and replaces every other.
package struct FailureType: Sendable, Hashable {
    /// The whole text.
    package let text: String

    private init(category: String, reason: String) {
        let letters = reason.filter { $0.isASCII && $0.isLetter }
        let name = letters.prefix(1).uppercased() + letters.dropFirst()
        text = "\(category).\(name.count > 1 ? name : "Unknown")"
    }

    /// A failure of the function's own work; whatever is no ASCII letter is dropped from `reason`.
    package static func function(_ reason: String) -> FailureType {
        FailureType(category: "Function", reason: reason)
    }

    /// A failure of what surrounds the work; whatever is no ASCII letter is dropped from `reason`.
    package static func runtime(_ reason: String) -> FailureType {
        FailureType(category: "Runtime", reason: reason)
    }
}
