import LocalServiceKit

/// What becomes of one attribute by the parameter that update expressions replaced.
struct LegacyUpdate: Codable, Sendable {
    enum Action: String, WireChoice {
        case add = "ADD"
        case put = "PUT"
        case delete = "DELETE"

        static let member = "action"
    }

    var action: Action?
    var value: AttributeValue?

    /// The same as a step of an update; throws where the action does not take the value.
    func step(on attribute: String) throws(ServiceError) -> UpdateExpression.Action {
        let path = DocumentPath(elements: [.name(attribute)])
        guard let value else {
            guard action == .delete else {
                throw .invalidParameter("Only DELETE action is allowed when no attribute value is specified")
            }
            return .remove(path)
        }
        switch action ?? .put {
        case .put: return .set(path, .literal(value))
        case .delete:
            guard value.kind.isSet else {
                throw .invalidParameter(
                    "DELETE action with value is not supported for the type \(value.kind.rawValue)"
                )
            }
            return .delete(path, value)
        case .add: return try addition(to: path, value)
        }
    }

    private func addition(
        to path: DocumentPath,
        _ value: AttributeValue
    ) throws(ServiceError) -> UpdateExpression.Action {
        switch value.kind {
        case .number, .stringSet, .numberSet, .binarySet: return .add(path, value)
        case .list:
            return .set(path, .listAppend(.ifNotExists(path, .literal(.list([]))), .literal(value)))
        default:
            throw .invalidParameter("ADD action is not supported for the type \(value.kind.rawValue)")
        }
    }
}

extension [String: LegacyUpdate] {
    /// All steps as one update; throws where one makes no sense.
    func expression() throws(ServiceError) -> UpdateExpression {
        var actions: [UpdateExpression.Action] = []
        for (attribute, update) in sorted(by: { $0.key < $1.key }) {
            actions.append(try update.step(on: attribute))
        }
        return UpdateExpression(actions: actions)
    }
}
