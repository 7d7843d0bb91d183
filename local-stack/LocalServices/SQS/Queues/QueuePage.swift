/// One page of a list of queues; its token is the last name on it.
struct QueuePage {
    let queues: [Queue]
    let nextToken: String?

    init(_ all: [Queue], maximum: Int?, after token: String?) throws(ServiceError) {
        if let maximum, !(1...1000).contains(maximum) {
            throw .outOfRange(maximum, of: "MaxResults", 1...1000)
        }
        guard
            let last = token.map({ Blob(base64: $0).map { String(decoding: $0.bytes, as: UTF8.self) } }) ?? ""
        else {
            throw .invalidParameterValue("Invalid or expired next token.")
        }
        let rest = all.filter { $0.name > last }
        queues = Array(rest.prefix(maximum ?? 1000))
        // Without a page size there are no further pages, as AWS has it.
        let hasMore = maximum != nil && queues.count < rest.count
        nextToken = hasMore ? queues.last.map { Blob(Array($0.name.utf8)).base64 } : nil
    }
}
