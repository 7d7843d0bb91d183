extension AWSConfiguration {
    /// Reads the variables that AWS's own SDKs read.
    ///
    /// `AWS_REGION`, `AWS_DEFAULT_REGION`, the credentials' variables (see `AWSCredentialSource`),
    /// `AWS_ENDPOINT_URL`, `AWS_ENDPOINT_URL_{SERVICE}`, `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`, `AWS_CA_BUNDLE`,
    /// `AWS_MAX_ATTEMPTS`, and the proxies' variables.
    package init(reading reader: inout SettingsReader) {
        let regionName = reader.environment["AWS_REGION"] == nil ? "AWS_DEFAULT_REGION" : "AWS_REGION"
        let region = reader.optionalString(regionName) ?? ""
        if !Self.isRegion(region) {
            reader.reject(
                regionName,
                "is not a region: set AWS_REGION to the region's name, such as eu-central-1"
            )
        }
        self.init(
            region: region,
            credentialSource: AWSCredentialSource(reading: &reader),
            customEndpoints: Self.customEndpoints(&reader),
            caBundlePath: TrustedAuthorities.path(reading: &reader),
            proxies: HTTPProxies(environment: reader.environment.variables),
            maximumAttemptCount: reader.optionalInteger("AWS_MAX_ATTEMPTS", in: 1...100)
        )
    }

    /// A region becomes a part of host names, so it must be a host label.
    private static func isRegion(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
        return isPlain && (1...63).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
    }

    private static func customEndpoints(_ reader: inout SettingsReader) -> [AWSService: String] {
        if reader.flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", default: false) { return [:] }
        var problems: Set<String> = []
        var endpoints: [AWSService: String] = [:]
        for service in AWSService.allCases {
            guard let name = service.endpointVariables.first(where: { reader.environment[$0] != nil }) else {
                continue
            }
            if let endpoint = reader.environment[name].flatMap(baseURL) {
                endpoints[service] = endpoint
            } else if problems.insert(name).inserted {
                reader.reject(name, "is no endpoint: set it to http://… or https://… without a query")
            }
        }
        return endpoints
    }

    private static func baseURL(_ text: String) -> String? {
        guard let url = HTTPURL(text), url.query == nil else { return nil }
        var path = url.path[...]
        while path.last == "/" { path.removeLast() }
        return url.origin + path
    }
}

extension SettingsReader {
    /// A whole number within `range`, `nil` when the variable is not set.
    fileprivate mutating func optionalInteger(_ name: String, in range: ClosedRange<Int>) -> Int? {
        environment[name] == nil ? nil : integer(name, in: range)
    }
}
