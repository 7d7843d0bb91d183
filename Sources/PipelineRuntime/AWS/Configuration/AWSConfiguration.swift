/// All that the clients must know, read once at start.
package struct AWSConfiguration: Sendable, Hashable {
    /// The region that requests are signed for.
    package let region: String
    /// Where the keys come from.
    package let credentialSource: AWSCredentialSource
    /// Where each service is asked.
    package let endpoints: AWSEndpoints
    /// The PEM file of trusted authorities; `nil` takes libcurl's own.
    package let caBundlePath: String?
    /// The proxies to go through.
    package let proxies: HTTPProxies
    /// How often a call is tried at most; `nil` takes the service's usual number.
    package let maximumAttemptCount: Int?

    /// Makes a configuration.
    package init(
        region: String,
        credentialSource: AWSCredentialSource,
        customEndpoints: [AWSService: String] = [:],
        caBundlePath: String? = nil,
        proxies: HTTPProxies = .none,
        maximumAttemptCount: Int? = nil
    ) {
        self.region = region
        self.credentialSource = credentialSource
        endpoints = AWSEndpoints(region: region, custom: customEndpoints)
        self.caBundlePath = caBundlePath
        self.proxies = proxies
        self.maximumAttemptCount = maximumAttemptCount
    }
}
