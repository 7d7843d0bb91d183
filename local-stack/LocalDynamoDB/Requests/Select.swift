import LocalServiceKit

/// What a query or scan answers of the items that it finds.
enum Select: String, WireChoice {
    case specificAttributes = "SPECIFIC_ATTRIBUTES"
    case count = "COUNT"
    case allAttributes = "ALL_ATTRIBUTES"
    case allProjectedAttributes = "ALL_PROJECTED_ATTRIBUTES"

    static let member = "select"

    /// Throws where the choice and the request's other parameters contradict each other.
    static func check(_ select: Select?, hasProjection: Bool, hasIndex: Bool) throws(ServiceError) {
        switch select {
        case .specificAttributes? where !hasProjection:
            throw .validation(
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"
            )
        case .count? where hasProjection:
            throw .validation(
                "Cannot specify the ProjectionExpression when choosing to get only the Count"
            )
        case .allAttributes? where hasProjection, .allProjectedAttributes? where hasProjection:
            throw .validation(
                "Cannot specify the ProjectionExpression when choosing to get \(select?.rawValue ?? "")"
            )
        case .allProjectedAttributes? where !hasIndex:
            throw .validation(
                "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName"
            )
        default: return
        }
    }
}
