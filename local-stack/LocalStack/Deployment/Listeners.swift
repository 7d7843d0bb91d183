import LocalHTTP

/// The ports on which the stack listens.
struct Listeners {
    private let http: HTTPServer
    private let https: HTTPServer?
    private let authorityPath: String

    /// Listens for HTTP, and for HTTPS if the options name a port for it.
    ///
    /// Throws `StartFailure.machine` if a port is taken or no certificate can be made.
    init(_ options: ServeOptions, certificates: String, _ edge: Edge) throws(StartFailure) {
        authorityPath = certificates + "/authority.pem"
        do throws(HTTPServerError) {
            http = try HTTPServer(port: options.port, handler: edge)
            https = try options.httpsPort.map { (port) throws(HTTPServerError) in
                let certificate = try LocalCertificate.keep(in: certificates)
                return try HTTPServer(port: port, tls: certificate.identity, handler: edge)
            }
        } catch {
            throw .machine(Self.reason(error))
        }
    }

    /// Where the services answer, without a slash at the end.
    var endpoint: String { "http://127.0.0.1:\(http.port)" }

    /// What is told of HTTPS; nothing without it.
    var lines: [String] {
        https.map { ["HTTPS: https://localhost:\($0.port), signed by \(authorityPath)"] } ?? []
    }

    /// Ends all connections.
    func stop() {
        https?.stop()
        http.stop()
    }

    private static func reason(_ error: HTTPServerError) -> String {
        switch error {
        case .cannotListen(let port, let reason): "port \(port) cannot be used: \(reason)"
        case .cannotStart(let reason): "the HTTP server does not start: \(reason)"
        case .cannotMakeCertificate(let reason): "no certificate can be made: \(reason)"
        }
    }
}
