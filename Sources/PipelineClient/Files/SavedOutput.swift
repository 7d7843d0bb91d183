/// An output that was fetched by its link and lies in a file.
package struct SavedOutput: Equatable, Sendable {
    /// The output's name; `puzzle` for a puzzle's document.
    package let name: String
    /// Where it lies.
    package let path: String
}
