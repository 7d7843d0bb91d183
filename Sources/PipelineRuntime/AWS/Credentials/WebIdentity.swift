/// How a token of a Kubernetes service account becomes a role's keys (IAM Roles for Service Accounts).
package struct WebIdentity: Sendable, Hashable {
    /// The file that holds the token; it is replaced before the token expires, so it is read every time.
    let tokenPath: String
    /// The role to assume.
    let roleARN: String
    /// The name under which the role's actions are recorded.
    let sessionName: String

    /// Makes a source of keys.
    package init(tokenPath: String, roleARN: String, sessionName: String) {
        self.tokenPath = tokenPath
        self.roleARN = roleARN
        self.sessionName = sessionName
    }

    /// Reads the variables that EKS sets in a pod.
    init(reading reader: inout SettingsReader) {
        tokenPath = reader.string(
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            for: "the file of the service account's token"
        )
        roleARN = reader.string("AWS_ROLE_ARN", for: "the role that the service account may assume")
        sessionName = reader.string(
            "AWS_ROLE_SESSION_NAME",
            for: "a name for the session",
            default: "distributed-image-processor"
        )
    }

    /// Asks STS for keys; the request is not signed, the token speaks for itself.
    func load(_ exchange: CredentialExchange) throws(AWSError) -> AWSCredentials {
        let token = try exchange.text(ofFile: tokenPath)
        let form = FormBody([
            ("Action", "AssumeRoleWithWebIdentity"), ("Version", "2011-06-15"), ("RoleArn", roleARN),
            ("RoleSessionName", sessionName), ("WebIdentityToken", token),
        ])
        let request = HTTPRequest(
            "POST",
            exchange.tokenServiceURL + "/",
            headers: ["Content-Type": FormBody.contentType],
            body: .bytes(form.bytes)
        )
        let answer = try exchange.send(request)
        guard let tree = XMLTree(parsing: answer.body), let keys = Self.keys(tree) else {
            throw exchange.failure("STS answered without keys")
        }
        return keys
    }

    private static func keys(_ tree: XMLTree) -> AWSCredentials? {
        let path = ["AssumeRoleWithWebIdentityResult", "Credentials"]
        guard let id = tree.text(at: path + ["AccessKeyId"]),
            let secret = tree.text(at: path + ["SecretAccessKey"])
        else { return nil }
        return AWSCredentials(
            accessKeyID: id,
            secretAccessKey: secret,
            sessionToken: tree.text(at: path + ["SessionToken"]),
            expiration: tree.text(at: path + ["Expiration"]).flatMap(WallTime.init(rfc3339:))
        )
    }
}
