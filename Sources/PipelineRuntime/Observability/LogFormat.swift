/// How a log line is written.
package enum LogFormat: String, Sendable, Hashable, CaseIterable {
    /// One JSON object.
    case json = "JSON"
    /// Columns separated by tabs, for people.
    case text = "Text"

    /// The format of that name, `nil` for another text.
    ///
    /// The case does not matter: the platform's own tools write the names in more than one.
    package init?(named name: String) {
        guard let format = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() })
        else {
            return nil
        }
        self = format
    }
}
