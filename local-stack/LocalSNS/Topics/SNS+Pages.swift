import LocalServiceKit

extension SNS {
    /// How many elements a page of a list has at most.
    static let pageSize = 100

    /// The number of the element after which a page begins, 0 for the first page.
    static func start(ofPage token: String?) throws(ServiceError) -> Int {
        guard let token, !token.isEmpty else { return 0 }
        let key = try? PageToken(token).key
        guard let start = key.flatMap({ Int($0) }) else {
            throw .invalidSNSParameter("NextToken Reason: the token is none of this list")
        }
        return start
    }
}
