/// Which network addresses a request may connect to; checked on every address that the host's name has.
package enum HTTPAddressPolicy: Sendable, Hashable {
    /// Any address: for endpoints that the operator configured.
    case any
    /// Only globally routable unicast addresses, without a proxy: for URLs that a caller chose.
    case publicOnly
    /// The same, and the operator's own networks besides.
    case publicAnd([IPNetwork])

    /// Whether hosts are looked at before anything is sent to them.
    var isGuarded: Bool { self != .any }

    /// Whether a connection may go to the address.
    func allows(_ address: IPAddress) -> Bool {
        switch self {
        case .any: true
        case .publicOnly: address.isPublic
        case .publicAnd(let networks): address.isPublic || networks.contains { $0.contains(address) }
        }
    }
}

extension HTTPAddressPolicy {
    /// Reads `public`, `any`, or `public` and networks in CIDR notation, separated by commas.
    package init?(_ text: String) {
        let parts = text.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }
        switch parts {
        case ["any"]: self = .any
        case ["public"]: self = .publicOnly
        default:
            let networks = parts.dropFirst().compactMap(IPNetwork.init)
            guard parts.first == "public", networks.count == parts.count - 1 else { return nil }
            self = .publicAnd(networks)
        }
    }
}

extension SettingsReader {
    /// Which addresses may be reached in a caller's name: `public` unless the variable says `any` or adds networks.
    package mutating func addressPolicy(_ name: String) -> HTTPAddressPolicy {
        guard let text = optionalString(name) else { return .publicOnly }
        if let policy = HTTPAddressPolicy(text) { return policy }
        reject(name, "must be public, any, or public and networks such as 10.20.0.0/16, separated by commas")
        return .publicOnly
    }
}
