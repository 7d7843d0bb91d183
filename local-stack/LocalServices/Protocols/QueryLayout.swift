import LocalHTTP

/// How a service of the Query protocol writes its messages.
struct QueryLayout: Sendable {
    /// The `Version` of the service's requests, such as `2010-03-31`.
    let version: String
    /// The XML namespace of its answers.
    let namespace: String
    /// Members that are maps; all other objects are structures.
    let maps: Set<String>
    /// Whether lists and maps stand in their parent without an element of their own, as in SQS.
    let isFlattened: Bool
    /// The service's own error for a message of the wrong shape.
    let refuse: @Sendable (WireError) -> ServiceError

    /// The input of a form.
    func message(_ form: WireObject, _ request: HTTPRequest, _ context: ActionContext) -> WireObject {
        guard isFlattened else { return form }
        var message = WireObject(form.members.map(Self.pluralized))
        // Requests of old clients name the queue by their path.
        if message["QueueUrl"] == nil, request.rawPath.count > 1 {
            message.members.append(WireObject.Member("QueueUrl", .string(context.baseURL + request.rawPath)))
        }
        return message
    }

    /// In flattened forms a list has the name of its elements: `AttributeName.1` is an element of `AttributeNames`.
    private static func pluralized(_ member: WireObject.Member) -> WireObject.Member {
        switch member.value {
        case .array(let elements):
            let name = member.name.hasSuffix("RequestEntry") ? "Entries" : member.name + "s"
            return WireObject.Member(name, .array(elements.map(pluralized)))
        case .object where member.name == "Tag": return WireObject.Member("tags", member.value)
        case .object: return WireObject.Member(member.name + "s", member.value)
        default: return member
        }
    }

    private static func pluralized(_ value: WireValue) -> WireValue {
        guard case .object(let object) = value else { return value }
        return .object(WireObject(object.members.map(pluralized)))
    }

    /// The document of an output; null for actions that answer nothing.
    func document(_ output: WireValue, action: String, requestID: String) -> [UInt8] {
        var writer = XMLWriter(declaration: true)
        writer.element(action + "Response", namespace: namespace) { writer in
            if case .object(let object) = output {
                writer.element(action + "Result") { write(object, action, to: &$0) }
            }
            writer.element("ResponseMetadata") { $0.element("RequestId", requestID) }
        }
        return writer.bytes
    }

    /// The document of an error.
    func document(_ error: ServiceError, requestID: String) -> [UInt8] {
        var writer = XMLWriter(declaration: true)
        writer.element("ErrorResponse", namespace: namespace) { writer in
            writer.element("Error") { writer in
                writer.element("Type", error.fault.rawValue)
                writer.element("Code", error.queryCode)
                writer.element("Message", error.message)
                if isFlattened { writer.element("Detail", "") }
            }
            writer.element("RequestId", requestID)
        }
        return writer.bytes
    }

    private func write(_ object: WireObject, _ action: String, to writer: inout XMLWriter) {
        for member in object.members { write(member, action, to: &writer) }
    }

    private func write(_ member: WireObject.Member, _ action: String, to writer: inout XMLWriter) {
        switch member.value {
        case .null, .encoded: break
        case .bool(let flag): writer.element(member.name, flag ? "true" : "false")
        case .number(let text), .string(let text): writer.element(member.name, text)
        case .array(let elements): write(elements, as: member.name, action, to: &writer)
        case .object(let object) where maps.contains(member.name):
            write(map: object, as: member.name, action, to: &writer)
        case .object(let object): writer.element(member.name) { write(object, action, to: &$0) }
        }
    }

    private func write(
        _ elements: [WireValue],
        as name: String,
        _ action: String,
        to writer: inout XMLWriter
    ) {
        guard isFlattened else {
            writer.element(name) { writer in
                for element in elements { write(WireObject.Member("member", element), action, to: &writer) }
            }
            return
        }
        for element in elements {
            write(WireObject.Member(Self.elementName(of: name, action), element), action, to: &writer)
        }
    }

    private static func elementName(of list: String, _ action: String) -> String {
        switch list {
        case "Successful": action + "ResultEntry"
        case "Failed": "BatchResultErrorEntry"
        case "queueUrls": "QueueUrl"
        default: String(list.dropLast())
        }
    }

    private func write(
        map: WireObject,
        as name: String,
        _ action: String,
        to writer: inout XMLWriter
    ) {
        guard isFlattened else {
            writer.element(name) { writer in
                for entry in map.members {
                    writer.element("entry") { writer in
                        writer.element("key", entry.name)
                        write(WireObject.Member("value", entry.value), action, to: &writer)
                    }
                }
            }
            return
        }
        for entry in map.members {
            writer.element(String(name.dropLast())) { writer in
                writer.element(name == "Tags" ? "Key" : "Name", entry.name)
                write(WireObject.Member("Value", entry.value), action, to: &writer)
            }
        }
    }
}
