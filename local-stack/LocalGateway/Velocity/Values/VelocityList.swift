/// A list that templates can change.
final class VelocityList {
    var items: [VelocityValue]
    /// Lists out of a payload print themselves as JSON (Jayway's `JSONArray` does); a template's own ones like Java's lists.
    let isFromJSON: Bool

    init(_ items: [VelocityValue], isFromJSON: Bool = false) {
        self.items = items
        self.isFromJSON = isFromJSON
    }

    var printed: String {
        if isFromJSON { return JSONValue(.list(self)).text }
        return "[" + items.map { $0.printed ?? "null" }.joined(separator: ", ") + "]"
    }
}
