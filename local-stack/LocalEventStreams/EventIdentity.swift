import LocalServiceKit

/// What an event says of itself, where it is a CloudEvents document.
///
/// `source` and `id` together are those of no other event (CloudEvents 1.0, "source" and "id"), so that an event which is
/// published again is known; `sequence` (extension "sequence") is its place among those of its source.
struct EventIdentity: Equatable {
    let source: String
    let id: String
    let sequence: Int?

    /// Reads a message's text; nil for what is no CloudEvents document.
    init?(_ text: String) {
        guard case .object(let members)? = try? WireValue(json: Array(text.utf8)),
            members["specversion"]?.text != nil, let id = members["id"]?.text,
            let source = members["source"]?.text
        else { return nil }
        self.source = source
        self.id = id
        sequence = members["sequence"]?.text.flatMap { Int($0) }
    }
}
