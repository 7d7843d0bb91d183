import LocalServiceKit

extension Page<Queue> {
    /// A page of a list of queues.
    init(queues: [Queue], maximum: Int?, from token: String?) throws(ServiceError) {
        if let maximum, !(1...1000).contains(maximum) {
            throw .outOfRange(maximum, of: "MaxResults", 1...1000)
        }
        do throws(InvalidPageToken) {
            try self.init(of: queues, from: token, size: maximum ?? 1000, key: \.name)
            // Without a page size there are no further pages, as AWS has it.
            if maximum == nil { nextToken = nil }
        } catch {
            throw .invalidParameterValue("Invalid or expired next token.")
        }
    }
}
