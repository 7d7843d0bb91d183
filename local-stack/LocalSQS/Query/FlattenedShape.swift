import LocalHTTP
import LocalServiceKit

/// Lists and maps stand in their parent without an element of their own, under the name of their elements.
struct FlattenedShape: QueryShape {
    /// The lists and maps of requests by the name of their elements; `CreateQueue` alone writes `tags` small.
    private static let requested = [
        "Attribute": ["Attributes"], "AttributeName": ["AttributeNames"],
        "ChangeMessageVisibilityBatchRequestEntry": ["Entries"],
        "DeleteMessageBatchRequestEntry": ["Entries"], "MessageAttribute": ["MessageAttributes"],
        "MessageAttributeName": ["MessageAttributeNames"],
        "MessageSystemAttribute": ["MessageSystemAttributes"],
        "MessageSystemAttributeName": ["MessageSystemAttributeNames"],
        "SendMessageBatchRequestEntry": ["Entries"], "Tag": ["Tags", "tags"], "TagKey": ["TagKeys"],
    ]

    /// The elements of lists and maps of answers by the name of these.
    private static let answered = [
        "Attributes": "Attribute", "Failed": "BatchResultErrorEntry",
        "MessageAttributes": "MessageAttribute", "Messages": "Message", "QueueUrls": "QueueUrl",
        "Results": "Result", "Tags": "Tag", "queueUrls": "QueueUrl",
    ]

    var hasErrorDetail: Bool { true }

    func message(_ form: WireObject, _ request: HTTPRequest, _ context: ActionContext) -> WireObject {
        var message = Self.named(form)
        // Requests of old clients name the queue by their path.
        if message["QueueUrl"] == nil, request.rawPath.count > 1 {
            message.members.append(WireObject.Member("QueueUrl", .string(context.baseURL + request.rawPath)))
        }
        return message
    }

    /// The object with its lists and maps by their own names.
    private static func named(_ object: WireObject) -> WireObject {
        WireObject(
            object.members.flatMap { member in
                switch member.value {
                case .array(let elements): named(member.name, .array(elements.map(named)))
                case .object: named(member.name, member.value)
                default: [member]
                }
            }
        )
    }

    private static func named(_ element: WireValue) -> WireValue {
        if case .object(let object) = element { .object(named(object)) } else { element }
    }

    private static func named(_ elementName: String, _ value: WireValue) -> [WireObject.Member] {
        (requested[elementName] ?? [elementName]).map { WireObject.Member($0, value) }
    }

    func list(_ name: String, _ elements: [WireValue], of action: String) -> [WireObject.Member] {
        let elementName = name == "Successful" ? action + "ResultEntry" : Self.answered[name] ?? name
        return elements.map { WireObject.Member(elementName, $0) }
    }

    func map(_ name: String, _ entries: [WireObject.Member]) -> [(name: String, content: WireObject)] {
        let key = name == "Tags" ? "Key" : "Name"
        return entries.map { entry in
            let pair = [WireObject.Member(key, .string(entry.name)), WireObject.Member("Value", entry.value)]
            return (Self.answered[name] ?? name, WireObject(pair))
        }
    }
}
