import LocalServiceKit

extension Page<String> {
    /// A page of the names of identities.
    init(identities: [String], maximum: Int?, from token: String?) throws(ServiceError) {
        if let maximum, !(1...1000).contains(maximum) {
            throw .invalidMail("The page size must be between 1 and 1000.")
        }
        do throws(InvalidPageToken) {
            try self.init(of: identities, from: token, size: maximum ?? 1000) { $0 }
        } catch {
            throw .invalidMail("The next token is invalid.")
        }
    }
}
