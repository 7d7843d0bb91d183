/// What a download may reach and how much of it, as an operator decides.
package struct WebDownloadRules: Sendable, Hashable {
    /// The addresses that may be connected to.
    package let addresses: HTTPAddressPolicy
    /// The hosts that may be asked, at every hop.
    package let hosts: HostAllowList
    /// The most bytes that are taken.
    package let maximumByteCount: Int
    /// The longest time for all hops together.
    package let timeLimit: Duration

    /// Makes a set of rules.
    package init(
        addresses: HTTPAddressPolicy = .publicOnly,
        hosts: HostAllowList = .all,
        maximumByteCount: Int,
        timeLimit: Duration
    ) {
        self.addresses = addresses
        self.hosts = hosts
        self.maximumByteCount = maximumByteCount
        self.timeLimit = timeLimit
    }
}
