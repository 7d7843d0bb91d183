/// The service beside a container that hands out its task's or pod's keys.
package struct ContainerCredentialService: Sendable, Hashable {
    /// Where the authorization token comes from.
    package enum Authorization: Sendable, Hashable {
        /// None is sent.
        case none
        /// This token.
        case token(String)
        /// The token in that file, which is replaced from time to time.
        case file(path: String)
    }

    /// The address that answers with the keys.
    let url: String
    /// What is sent as `Authorization`.
    let authorization: Authorization

    /// Makes a source of keys.
    package init(url: String, authorization: Authorization = .none) {
        self.url = url
        self.authorization = authorization
    }

    /// Reads the variables that ECS and EKS Pod Identity set; `nil` when there are none.
    init?(reading reader: inout SettingsReader) {
        let environment = reader.environment
        if let path = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] {
            url = "http://169.254.170.2" + path
            if HTTPURL(url)?.host != "169.254.170.2" {
                reader.reject("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "is no path: it begins with a slash")
            }
        } else if let text = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] {
            url = text
            if !Self.isAllowed(text) {
                reader.reject(
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                    "is refused: set it to https://…, or to http:// at a loopback address, 169.254.170.2, "
                        + "169.254.170.23 or [fd00:ec2::23]"
                )
            }
        } else {
            return nil
        }
        authorization = Self.authorization(environment)
    }

    /// Plain HTTP only where nobody listens in between (AWS SDKs and Tools: "Container credential provider").
    private static func isAllowed(_ text: String) -> Bool {
        guard let url = HTTPURL(text) else { return false }
        if url.isSecure || url.host.lowercased() == "localhost" { return true }
        guard let address = IPAddress(url.host) else { return false }
        let known = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23"].compactMap { IPAddress($0) }
        return address.isLoopback || known.contains(address)
    }

    private static func authorization(_ environment: Environment) -> Authorization {
        if let path = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] { return .file(path: path) }
        return environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"].map { .token($0) } ?? .none
    }

    /// Asks the service for keys.
    func load(_ exchange: CredentialExchange) throws(AWSError) -> AWSCredentials {
        var headers: HTTPHeaders = ["Accept": "application/json"]
        switch authorization {
        case .none: break
        case .token(let token): headers.add("Authorization", token)
        case .file(let path): headers.add("Authorization", try exchange.text(ofFile: path))
        }
        return try exchange.keys(HTTPRequest("GET", url, headers: headers))
    }
}
