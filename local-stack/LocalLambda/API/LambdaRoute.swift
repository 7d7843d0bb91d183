import LocalHTTP

/// The operations of the Lambda API that the local stack has.
enum LambdaRoute: Hashable {
    case invoke(function: String)
    case listFunctions
    case getFunction(function: String)
    case getFunctionConfiguration(function: String)
    case listEventSourceMappings
    case getEventSourceMapping(id: String)

    /// Nil where there is no such operation here.
    init?(_ request: HTTPRequest) {
        let parts = request.rawPath.split(separator: "/").map { PercentEncoding.decode($0) ?? "" }
        guard parts.count >= 2, parts[0] == "2015-03-31" else { return nil }
        switch (request.method, parts[1], parts.count) {
        case ("POST", "functions", 4) where parts[3] == "invocations": self = .invoke(function: parts[2])
        case ("GET", "functions", 2): self = .listFunctions
        case ("GET", "functions", 3): self = .getFunction(function: parts[2])
        case ("GET", "functions", 4) where parts[3] == "configuration":
            self = .getFunctionConfiguration(function: parts[2])
        case ("GET", "event-source-mappings", 2): self = .listEventSourceMappings
        case ("GET", "event-source-mappings", 3): self = .getEventSourceMapping(id: parts[2])
        default: return nil
        }
    }
}
