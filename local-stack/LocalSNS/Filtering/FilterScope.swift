/// Which part of a message a filter policy looks at.
enum FilterScope: String, Sendable {
    case messageAttributes = "MessageAttributes"
    case messageBody = "MessageBody"
}
