/// What an update does to an item, step by step.
struct UpdateExpression: Sendable {
    /// One step; no two of an expression touch the same place.
    enum Action: Sendable {
        case set(DocumentPath, Value)
        case remove(DocumentPath)
        case add(DocumentPath, AttributeValue)
        case delete(DocumentPath, AttributeValue)

        /// The place that the step changes.
        var path: DocumentPath {
            switch self {
            case .set(let path, _), .remove(let path), .add(let path, _), .delete(let path, _): path
            }
        }
    }

    /// What SET puts into its place.
    indirect enum Value: Sendable {
        case path(DocumentPath)
        case literal(AttributeValue)
        case ifNotExists(DocumentPath, Value)
        case listAppend(Value, Value)
        case sum(Value, Value)
        case difference(Value, Value)
    }

    let actions: [Action]

    /// The places that the update changes.
    var paths: [DocumentPath] { actions.map(\.path) }
}
