import LocalServiceKit

extension ProjectionExpression {
    /// The projection that a list of attributes is, the parameter that projections replaced; nil where there is none.
    init?(attributes: [String]?) throws(ServiceError) {
        guard let attributes else { return nil }
        guard !attributes.isEmpty else {
            throw .constraints([Constraint("[]", at: "attributesToGet", .minimumLength(1))])
        }
        var seen: Set<String> = []
        for name in attributes where !seen.insert(name).inserted {
            throw .invalidParameter("Duplicate value in attribute name: \(name)")
        }
        self.init(paths: attributes.map { DocumentPath(elements: [.name($0)]) })
    }
}
