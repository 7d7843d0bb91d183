import LocalHTTP

/// Lists and maps have an element of their own, and so have their elements: `member` and `entry`.
struct StructuredShape: QueryShape {
    var hasErrorDetail: Bool { false }

    func message(_ form: WireObject, _ request: HTTPRequest, _ context: ActionContext) -> WireObject {
        form
    }

    func list(_ name: String, _ elements: [WireValue], of action: String) -> [WireObject.Member] {
        let members = elements.map { WireObject.Member("member", $0) }
        return [WireObject.Member(name, .object(WireObject(members)))]
    }

    func map(_ name: String, _ entries: [WireObject.Member]) -> [(name: String, content: WireObject)] {
        let members = entries.map { entry in
            WireObject.Member("entry", ["key": .string(entry.name), "value": entry.value])
        }
        return [(name, WireObject(members))]
    }
}
