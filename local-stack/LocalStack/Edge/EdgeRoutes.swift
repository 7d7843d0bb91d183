import LocalGateway
import LocalHTTP

/// Decides which part of the stack a request is for.
///
/// A request that is signed or targeted for a service of AWS is for that service, even if its path could be the API's. Other
/// requests are for the stack's own pages, then for the template's APIs if they begin like one of their paths. What is left is
/// somebody's mistake, and who answers it says so: a service where an AWS client made it or where it is about a bucket of the
/// template's, else the first API.
struct EdgeRoutes: Sendable {
    let pages: [any Page]
    let functions: any HTTPHandler
    let apis: [RestAPI]
    let services: any HTTPHandler
    /// The names of the template's buckets.
    let buckets: Set<String>

    /// Who answers the request.
    func handler(for head: HTTPRequest) -> any HTTPHandler {
        let isForService = ServiceRequest.isOne(head)
        let api = isForService ? nil : apis.first { $0.claims(head) }
        // A template that says itself how it is knows better.
        if let api, head.rawPath == HealthPage.path { return api }
        if !isForService, let page = pages.first(where: { $0.isAt(head.rawPath) }) {
            return PageHandler(page: page)
        }
        if head.rawPath.hasPrefix("/2015-03-31/") { return functions }
        if let api { return api }
        let isMistake = !isForService && !ServiceRequest.mayBeOne(head) && !isAboutBucket(head)
        return isMistake ? apis.first ?? services : services
    }

    private func isAboutBucket(_ head: HTTPRequest) -> Bool {
        head.rawPath.split(separator: "/").first.map { buckets.contains(String($0)) } ?? false
    }
}
