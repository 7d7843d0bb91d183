import StageContracts

/// One posting of a request, named by the API, by its sender or by SQS: it tells apart what was asked under the same id more
/// than once.
struct Submission: Hashable, Sendable {
    let text: String

    /// Takes a name for it; nil for what is none.
    init?(_ text: String) {
        guard text.isSubmission else { return nil }
        self.text = text
    }

    /// The key of the item that answers it, where the request's own does not; no request has such an id.
    var key: String { "submission/\(text)" }
}

extension String {
    /// API Gateway and SQS write UUIDs.
    fileprivate var isSubmission: Bool {
        (1...64).contains(utf8.count)
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
