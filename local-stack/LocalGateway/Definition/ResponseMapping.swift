import CloudTemplate

/// One line of an integration response's `responseParameters`: a header and where its value comes from.
struct ResponseMapping: Sendable {
    let header: String
    let source: MappingSource

    static func all(_ reader: PropertyReader?) -> [ResponseMapping] {
        guard let reader else { return [] }
        return reader.names.compactMap { key in
            guard let match = key.wholeMatch(of: /method\.response\.header\.(.+)/) else {
                reader.refuse(key, "is no method.response.header")
                return nil
            }
            return MappingSource(key, reader).map { ResponseMapping(header: String(match.1), source: $0) }
        }
    }
}
