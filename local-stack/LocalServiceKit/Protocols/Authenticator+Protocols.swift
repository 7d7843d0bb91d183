import LocalHTTP

extension Authenticator {
    /// Verifies a request whose body is in memory; its error is that of the request's protocol.
    ///
    /// What is `forAnyone` may be asked for without a signature; where there is one, it must be right.
    func verify(
        _ request: HTTPRequest,
        _ context: ActionContext,
        forAnyone: Bool = false,
        _ translate: (AuthenticationError) -> ServiceError
    ) throws(ServiceError) {
        do throws(AuthenticationError) {
            let authorization = try Authorization(of: request)
            if forAnyone, authorization == .anonymous { return }
            let hash = try payloadHash(of: request, authorization, from: context.origin)
            try verify(request, authorization, from: context.origin, payloadHash: hash)
        } catch {
            throw translate(error)
        }
    }
}
