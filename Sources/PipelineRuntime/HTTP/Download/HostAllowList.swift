/// The hosts that may be asked in a caller's name; without any, all may.
package struct HostAllowList: Sendable, Hashable {
    private let names: Set<String>
    private let domains: [String]

    /// Every host.
    package static let all = HostAllowList([])

    /// Takes host names, and `*.example.com` for everything below a domain; none at all allows every host.
    package init(_ patterns: [String]) {
        let lowercased = patterns.map { $0.lowercased() }
        names = Set(lowercased.filter { !$0.hasPrefix("*.") })
        domains = lowercased.filter { $0.hasPrefix("*.") }.map { String($0.dropFirst()) }
    }

    /// Whether the host may be asked.
    package func allows(_ host: String) -> Bool {
        if names.isEmpty, domains.isEmpty { return true }
        let host = host.lowercased()
        return names.contains(host) || domains.contains { host.hasSuffix($0) && host.count > $0.count }
    }
}
