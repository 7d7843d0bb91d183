package import LocalHTTP

/// How services of the Query protocol write what XML has no words for: lists and maps.
package protocol QueryShape: Sendable {
    /// Whether errors have an element `Detail`.
    var hasErrorDetail: Bool { get }

    /// The input of an action that a form says.
    func message(_ form: WireObject, _ request: HTTPRequest, _ context: ActionContext) -> WireObject

    /// The members that stand for a list in its parent.
    func list(_ name: String, _ elements: [WireValue], of action: String) -> [WireObject.Member]

    /// The elements that stand for a map in its parent.
    func map(_ name: String, _ entries: [WireObject.Member]) -> [(name: String, content: WireObject)]
}
