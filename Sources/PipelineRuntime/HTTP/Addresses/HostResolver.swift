import CCurl
import Glibc

/// Finds the addresses of a name: the seam at which tests play tricks.
package protocol HostResolver: AnyObject {
    /// All addresses of a host.
    ///
    /// - Parameters:
    ///   - host: A name, not an address.
    ///   - limit: The longest time to wait.
    /// - Returns: At least one address.
    /// - Throws: `HTTPError.Kind.unknownHost` or `unresolvedHost`; `forbiddenAddress` where there are more than can be looked at.
    func addresses(of host: String, within limit: Duration) throws(HTTPError) -> [IPAddress]
}

/// The machine's own resolver: hosts file and DNS, as its name service switch is set.
package final class SystemHostResolver: HostResolver {
    /// The most addresses that a name may have: one that was not looked at might be connected to.
    private let maximumCount: Int

    /// Makes a resolver.
    package init(maximumCount: Int = 128) { self.maximumCount = maximumCount }

    /// All addresses that `getaddrinfo` knows.
    package func addresses(of host: String, within limit: Duration) throws(HTTPError) -> [IPAddress] {
        // Room for one too many, by which more than the most are noticed.
        var found = [sockaddr_storage](repeating: sockaddr_storage(), count: maximumCount + 1)
        var count: CInt = 0
        let milliseconds = CInt(clamping: Int(limit / .milliseconds(1)))
        let status = ccurl_look_up_host(host, milliseconds, &found, CInt(found.count), &count)
        guard status == 0 else {
            let detail = "\(host): \(String(cString: gai_strerror(status)))"
            throw HTTPError(status == EAI_NONAME ? .unknownHost : .unresolvedHost, detail)
        }
        guard count <= maximumCount else {
            throw HTTPError(.forbiddenAddress, "\(host) has more than \(maximumCount) addresses")
        }
        let addresses = found.prefix(Int(count)).compactMap { storage in
            withUnsafePointer(to: storage) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { IPAddress($0) }
            }
        }
        guard !addresses.isEmpty else { throw HTTPError(.unknownHost, "\(host) has no address") }
        return addresses
    }
}
