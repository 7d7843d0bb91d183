/// How a service of the Query protocol writes its messages.
package struct QueryLayout: Sendable {
    /// The `Version` of the service's requests, such as `2010-03-31`.
    let version: String
    /// The XML namespace of its answers.
    let namespace: String
    /// Members that are maps; all other objects are structures.
    let maps: Set<String>
    /// How lists and maps are written.
    let shape: any QueryShape
    /// The service's own error for a message of the wrong shape.
    let refuse: @Sendable (WireError) -> ServiceError

    /// - Parameters:
    ///   - version: the `Version` of the service's requests, such as `2010-03-31`.
    ///   - namespace: the XML namespace of its answers.
    ///   - maps: members that are maps; all other objects are structures.
    ///   - shape: how lists and maps are written.
    ///   - refuse: the service's own error for a message of the wrong shape.
    package init(
        version: String,
        namespace: String,
        maps: Set<String>,
        shape: any QueryShape,
        refuse: @escaping @Sendable (WireError) -> ServiceError
    ) {
        self.version = version
        self.namespace = namespace
        self.maps = maps
        self.shape = shape
        self.refuse = refuse
    }

    /// The document of an output; null for actions that answer nothing.
    package func document(_ output: WireValue, action: String, requestID: String) -> [UInt8] {
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
    package func document(_ error: ServiceError, requestID: String) -> [UInt8] {
        var writer = XMLWriter(declaration: true)
        writer.element("ErrorResponse", namespace: namespace) { writer in
            writer.element("Error") { writer in
                writer.element("Type", error.fault.rawValue)
                writer.element("Code", error.queryCode)
                writer.element("Message", error.message)
                if shape.hasErrorDetail { writer.element("Detail", "") }
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
        case .array(let elements):
            write(WireObject(shape.list(member.name, elements, of: action)), action, to: &writer)
        case .object(let object) where maps.contains(member.name):
            for element in shape.map(member.name, object.members) {
                writer.element(element.name) { write(element.content, action, to: &$0) }
            }
        case .object(let object): writer.element(member.name) { write(object, action, to: &$0) }
        }
    }
}
