/// Named values in the order of the template.
package struct TemplateMapping: Sendable {
    /// One named value.
    package struct Entry: Sendable {
        /// The name.
        package let key: String
        /// Where the name stands.
        package let keyMark: SourceMark
        /// The value.
        package let value: TemplateNode

        /// Makes an entry.
        package init(key: String, keyMark: SourceMark, value: TemplateNode) {
            self.key = key
            self.keyMark = keyMark
            self.value = value
        }
    }

    /// The entries in the order of the template; names are unique.
    package let entries: [Entry]

    /// Makes a mapping of entries whose names are unique.
    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// The value of a name.
    package subscript(key: String) -> TemplateNode? { entry(key)?.value }

    /// The entry of a name.
    package func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }

    /// The only entry, if there is exactly one.
    package var single: Entry? { entries.count == 1 ? entries.first : nil }
}
