/// Which network addresses a request may connect to; checked on the resolved address of every connection.
package enum HTTPAddressPolicy: Sendable, Hashable {
    /// Any address: for endpoints that the operator configured.
    case any
    /// Only globally routable unicast addresses, without a proxy: for URLs that a caller chose.
    case publicOnly
}
