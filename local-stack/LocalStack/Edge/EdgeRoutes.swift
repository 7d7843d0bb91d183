import LocalGateway
import LocalHTTP

/// Decides which part of the stack a request is for.
///
/// A request that is signed or targeted for a service of AWS is for that service, even if its path could be the API's. Other
/// requests are for the stack's own pages, then for the template's APIs if they begin like one of their paths, else for the services.
struct EdgeRoutes: Sendable {
    let pages: [any Page]
    let functions: any HTTPHandler
    let apis: [RestAPI]
    let services: any HTTPHandler

    /// Who answers the request.
    func handler(for head: HTTPRequest) -> any HTTPHandler {
        let isForService = ServiceRequest.isOne(head)
        if !isForService, let page = pages.first(where: { $0.isAt(head.rawPath) }) {
            return PageHandler(page: page)
        }
        if head.rawPath.hasPrefix("/2015-03-31/") { return functions }
        if !isForService, let api = apis.first(where: { $0.claims(head) }) { return api }
        return services
    }
}
