/// One page of the names of identities; its token is the last name on it.
struct IdentityPage {
    let names: [String]
    let nextToken: String?

    init(_ all: [String], maximum: Int?, after token: String?) throws(ServiceError) {
        if let maximum, !(1...1000).contains(maximum) {
            throw .invalidMail("The page size must be between 1 and 1000.")
        }
        let last = token.map { Blob(base64: $0).map { String(decoding: $0.bytes, as: UTF8.self) } } ?? ""
        guard let last else { throw .invalidMail("The next token is invalid.") }
        let rest = all.filter { $0 > last }
        names = Array(rest.prefix(maximum ?? 1000))
        nextToken = names.count < rest.count ? names.last.map { Blob(Array($0.utf8)).base64 } : nil
    }
}
