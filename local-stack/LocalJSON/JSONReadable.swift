/// A type whose values JSON texts stand for; numbers come as they were written, so that no digit is lost.
public protocol JSONReadable {
    /// `null`.
    static var null: Self { get }
    /// `true` or `false`.
    static func bool(_ flag: Bool) -> Self
    /// A number's characters.
    static func number(_ text: String) -> Self
    /// A text without its quotes and escapes.
    static func string(_ text: String) -> Self
    /// The elements of an array.
    static func array(_ elements: [Self]) -> Self
    /// The members of an object in their order; a name may occur more than once.
    static func object(named members: [(name: String, value: Self)]) -> Self
}
