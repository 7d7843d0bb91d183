/// What an action knows of the request that asked for it.
package struct ActionContext: Sendable {
    /// The account and region in which the action works.
    package let location: Location
    /// The id that the answer carries.
    package let requestID: String
    /// Where the client reached the local stack, such as `http://localhost:4566`.
    package let baseURL: String
    /// Whether the request came by the older Query protocol, which has other texts for some errors.
    package var isQuery = false
    /// Where the request comes from.
    package var origin = RequestOrigin.process

    /// A request's account and region, the id of its answer, and where it came in.
    package init(location: Location, requestID: String, baseURL: String) {
        self.location = location
        self.requestID = requestID
        self.baseURL = baseURL
    }
}
