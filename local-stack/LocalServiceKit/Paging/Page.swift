/// One page of a list in the order of its keys.
package struct Page<Element> {
    /// The elements of the page.
    package let elements: [Element]
    /// What asks for the next page; nil on the last one.
    package var nextToken: String?

    /// The page of what was found after the last one: one element more than the page has, where there is one.
    package init(_ found: [Element], size: Int, key: (Element) -> String) {
        elements = Array(found.prefix(size))
        let last = found.count > size ? elements.last : nil
        nextToken = last.map { PageToken(after: key($0)).text }
    }

    /// The page of a whole list that a token asks for.
    package init(
        of all: [Element],
        from token: String?,
        size: Int,
        key: (Element) -> String
    ) throws(InvalidPageToken) {
        let start = try PageToken(token).key
        self.init(all.filter { key($0) > start }, size: size, key: key)
    }
}
