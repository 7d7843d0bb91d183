/// The metadata service of an EC2 instance, version 2: a token is fetched before anything is told.
package struct InstanceMetadataService: Sendable, Hashable {
    /// The URL before all paths, without a slash at the end.
    let baseURL: String

    /// Makes a source of keys.
    package init(baseURL: String = "http://169.254.169.254") {
        self.baseURL = baseURL
    }

    /// Reads the variables that move or forbid the service; forbidding it leaves no source of keys at all.
    init(reading reader: inout SettingsReader) {
        if reader.flag("AWS_EC2_METADATA_DISABLED", default: false) {
            reader.reject("AWS_ACCESS_KEY_ID", "is not set: no source of credentials is configured")
        }
        let isIPv6 = reader.optionalString("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE")?.lowercased() == "ipv6"
        var text = reader.url(
            "AWS_EC2_METADATA_SERVICE_ENDPOINT",
            for: "the metadata service",
            default: isIPv6 ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
        )
        while text.last == "/" { text.removeLast() }
        baseURL = text
    }

    /// Asks for the keys of the role that the instance has.
    func load(_ exchange: CredentialExchange) throws(AWSError) -> AWSCredentials {
        let lifetime: HTTPHeaders = ["X-aws-ec2-metadata-token-ttl-seconds": "21600"]
        let tokenRequest = HTTPRequest(
            "PUT",
            baseURL + "/latest/api/token",
            headers: lifetime,
            body: .bytes([])
        )
        let token = try exchange.text(tokenRequest)
        let headers: HTTPHeaders = ["X-aws-ec2-metadata-token": token]
        let path = baseURL + "/latest/meta-data/iam/security-credentials/"
        let role = try exchange.text(HTTPRequest("GET", path, headers: headers))
        return try exchange.keys(HTTPRequest("GET", path + PercentEncoding.encode(role), headers: headers))
    }
}
