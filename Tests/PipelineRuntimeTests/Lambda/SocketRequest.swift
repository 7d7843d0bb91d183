/// A request as it came over a socket.
struct SocketRequest: Sendable {
    let method: String
    let path: String
    /// By name in lower case.
    let headers: [String: String]
    let body: [UInt8]

    /// Method and path below the version, such as `GET invocation/next`.
    var call: String {
        "\(method) \(path.split(separator: "/").dropFirst(2).joined(separator: "/"))"
    }
}
