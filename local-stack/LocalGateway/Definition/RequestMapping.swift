import CloudTemplate

/// One line of `requestParameters`: where a value goes and where it comes from.
struct RequestMapping: Sendable {
    enum Place: String, Sendable {
        case path, querystring, header
    }

    let place: Place
    let name: String
    let source: MappingSource

    static func all(_ reader: PropertyReader?) -> [RequestMapping] {
        guard let reader else { return [] }
        return reader.names.compactMap { key in
            guard let match = key.wholeMatch(of: /integration\.request\.(path|querystring|header)\.(.+)/),
                let place = Place(rawValue: String(match.1))
            else {
                reader.refuse(key, "is no integration.request.path, .querystring or .header")
                return nil
            }
            return MappingSource(key, reader).map {
                RequestMapping(place: place, name: String(match.2), source: $0)
            }
        }
    }
}
