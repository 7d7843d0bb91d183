/// What an action knows of the request that asked for it.
struct ActionContext: Sendable {
    /// The account and region in which the action works.
    let location: Location
    /// The id that the answer carries.
    let requestID: String
    /// Where the client reached the local stack, such as `http://localhost:4566`.
    let baseURL: String
    /// Whether the request came by the older Query protocol, which has other texts for some errors.
    var isQuery = false
    /// Where the request comes from.
    var origin = RequestOrigin.process

    /// A request's account and region, the id of its answer, and where it came in.
    init(location: Location, requestID: String, baseURL: String) {
        self.location = location
        self.requestID = requestID
        self.baseURL = baseURL
    }
}
