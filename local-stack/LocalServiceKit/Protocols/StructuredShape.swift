package import LocalHTTP

/// Lists and maps have an element of their own, and so have their elements: `member` and `entry`.
package struct StructuredShape: QueryShape {
    /// Lists and maps with elements of their own.
    package init() {}

    /// There is none.
    package var hasErrorDetail: Bool { false }

    /// The form as it is.
    package func message(_ form: WireObject, _ request: HTTPRequest, _ context: ActionContext) -> WireObject {
        form
    }

    /// One element that holds a `member` for each.
    package func list(_ name: String, _ elements: [WireValue], of action: String) -> [WireObject.Member] {
        let members = elements.map { WireObject.Member("member", $0) }
        return [WireObject.Member(name, .object(WireObject(members)))]
    }

    /// One element that holds an `entry` for each.
    package func map(_ name: String, _ entries: [WireObject.Member]) -> [(name: String, content: WireObject)]
    {
        let members = entries.map { entry in
            WireObject.Member("entry", ["key": .string(entry.name), "value": entry.value])
        }
        return [(name, WireObject(members))]
    }
}
