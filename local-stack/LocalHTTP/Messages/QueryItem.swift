/// One `name=value` of a query or of a form.
package struct QueryItem: Sendable, Hashable {
    /// The decoded name.
    package let name: String
    /// The decoded value; nil where there is no `=`.
    package let value: String?

    /// A name with its value.
    package init(name: String, value: String?) {
        self.name = name
        self.value = value
    }

    /// Reads the items of a raw query in order; nil where an escape is malformed or no UTF-8 results.
    ///
    /// `+` stands for itself, as AWS reads queries.
    package static func parse(_ rawQuery: String) -> [QueryItem]? {
        parse(rawQuery, decode: PercentEncoding.decode)
    }

    /// Reads the items of an `application/x-www-form-urlencoded` body, where `+` stands for a space.
    package static func parseForm(_ body: [UInt8]) -> [QueryItem]? {
        guard let text = String(validating: body, as: UTF8.self) else { return nil }
        return parse(text, decode: PercentEncoding.decodeForm)
    }

    private static func parse(_ text: String, decode: (Substring) -> String?) -> [QueryItem]? {
        var items: [QueryItem] = []
        for part in text.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decode(pair[0]) else { return nil }
            let value = pair.count == 2 ? decode(pair[1]) : nil
            guard pair.count == 1 || value != nil else { return nil }
            items.append(QueryItem(name: name, value: value))
        }
        return items
    }
}

extension [QueryItem] {
    /// The value of the first item of that name; an item without `=` answers an empty text.
    package subscript(_ name: String) -> String? {
        first { $0.name == name }.map { $0.value ?? "" }
    }
}
