/// Where each service is asked.
package struct AWSEndpoints: Sendable, Hashable {
    /// The region, for the services' own host names.
    let region: String
    /// The base URLs that were configured instead, without a slash at the end.
    let custom: [AWSService: String]

    /// Makes a set of endpoints.
    package init(region: String, custom: [AWSService: String] = [:]) {
        self.region = region
        self.custom = custom
    }

    /// The URL before the path of every request to `service`, without a slash at the end.
    package func baseURL(of service: AWSService) -> String {
        custom[service] ?? "https://\(service.endpointPrefix).\(region).\(domain)"
    }

    /// The URL of a bucket, without a slash at the end.
    ///
    /// AWS wants the bucket in the host name; other stores have no host name for each bucket, and a name with dots or
    /// capitals does not fit the certificate, so there it leads the path.
    func baseURL(ofBucket bucket: String) -> String {
        let base = baseURL(of: .s3)
        guard custom[.s3] == nil, Self.isHostLabel(bucket) else {
            return "\(base)/\(PercentEncoding.encode(bucket))"
        }
        return "https://\(bucket)." + base.dropFirst("https://".count)
    }

    private var domain: String { region.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com" }

    private static func isHostLabel(_ bucket: String) -> Bool {
        let isPlain = bucket.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
        return isPlain && (3...63).contains(bucket.utf8.count) && !bucket.hasPrefix("-")
            && !bucket.hasSuffix("-")
    }
}
