/// Whether the error for a condition that did not hold carries the item.
enum FailureReturn: String, WireChoice {
    case allOld = "ALL_OLD"
    case none = "NONE"

    static let member = "returnValuesOnConditionCheckFailure"
}
