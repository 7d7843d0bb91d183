import LocalGateway
import LocalHTTP

/// Decides which part of the stack a request is for.
///
/// A request that is signed or targeted for a service of AWS is for that service, even if its path could be the API's. Other
/// requests are for the template's APIs if they begin like one of their paths, else for the services.
struct EdgeRoutes: Sendable {
    let health: HealthHandler
    let metrics: MetricsHandler
    var descriptions: [DescriptionHandler] = []
    var puzzlePage: PuzzlePage?
    let functions: any HTTPHandler
    let apis: [RestAPI]
    let services: any HTTPHandler

    /// Who answers the request.
    func handler(for head: HTTPRequest) -> any HTTPHandler {
        if HealthHandler.answers(head) { return health }
        if let description = descriptions.first(where: { $0.answers(head) }) { return description }
        if let puzzlePage, PuzzlePage.answers(head) { return puzzlePage }
        if MetricsHandler.answers(head) { return metrics }
        if head.rawPath.hasPrefix("/2015-03-31/") { return functions }
        if !ServiceRequest.isOne(head), let api = apis.first(where: { $0.claims(head) }) { return api }
        return services
    }
}
