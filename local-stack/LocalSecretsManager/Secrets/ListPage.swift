import LocalServiceKit

/// One page of a list whose order the caller chose; the token says how many elements came before.
struct ListPage<Element> {
    private static var largest: Int { 100 }

    let elements: [Element]
    /// What asks for the next page; nil on the last one.
    let nextToken: String?

    /// The page of the list that the token asks for; throws where no list gave it out, or pages have another size.
    init(_ list: [Element], maximum: Int?, from token: String?) throws(ServiceError) {
        var constraints: [Constraint] = []
        constraints.require(maximum, in: 1...Self.largest, at: "maxResults")
        try constraints.requireNone()
        let start = Int(token ?? "0") ?? -1
        guard (0...(1 << 32)).contains(start) else {
            throw ServiceError("InvalidNextTokenException", "The NextToken value is invalid.")
        }
        let end = start + (maximum ?? Self.largest)
        elements = Array(list.dropFirst(start).prefix(end - start))
        nextToken = end < list.count ? String(end) : nil
    }
}
