/// A property that a template holds and nobody read.
package struct PropertyLeftover: Sendable, Hashable {
    /// The names that lead to it, joined by dots.
    package let path: String
    /// Where its name stands.
    package let mark: SourceMark
}
