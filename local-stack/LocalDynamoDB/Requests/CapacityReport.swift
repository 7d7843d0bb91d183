/// How much an answer says about the capacity that the request used.
enum CapacityReport: String, WireChoice {
    case indexes = "INDEXES"
    case total = "TOTAL"
    case none = "NONE"

    static let member = "returnConsumedCapacity"
}
