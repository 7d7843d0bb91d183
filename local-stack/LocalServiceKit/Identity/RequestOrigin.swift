/// Where a request comes from, and so what it must prove.
package enum RequestOrigin: Sendable, Hashable {
    /// A client: what nobody signed, or nobody who is known, is refused, as in the cloud.
    case network
    /// This process: the deployment of the template. Only a signature of the built-in key is looked at.
    case process
    /// This process, in the name of a role: the API's integrations.
    case role(arn: String)
}
