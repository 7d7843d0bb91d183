/// One page of a list in the order of its keys; its token is the last key on it.
struct ListPage<Element> {
    /// The elements of the page.
    let elements: [Element]
    /// What asks for the next page; nil on the last one.
    let nextToken: String?

    /// How many elements a page has at most.
    static var size: Int { 100 }

    /// The page of what a query found; it was asked for one element more than a page has.
    init(_ found: [Element], key: (Element) -> Int) {
        elements = Array(found.prefix(Self.size))
        let last = found.count > Self.size ? elements.last : nil
        nextToken = last.map { Blob(Array(String(key($0)).utf8)).base64 }
    }

    /// The key that a token stands for, 0 for none.
    static func key(ofToken token: String?) throws(ServiceError) -> Int {
        guard let token, !token.isEmpty else { return 0 }
        let text = Blob(base64: token).map { String(decoding: $0.bytes, as: UTF8.self) }
        guard let key = text.flatMap({ Int($0) }) else {
            throw .invalidSNSParameter("NextToken Reason: the token is none of this list")
        }
        return key
    }
}
