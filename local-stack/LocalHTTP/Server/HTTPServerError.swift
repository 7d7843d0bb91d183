/// Why a server cannot start.
package enum HTTPServerError: Error, Hashable {
    /// The port is taken or may not be used.
    case cannotListen(port: UInt16, reason: String)
    /// The library did not start: wrong key or certificate, or no memory for its threads.
    case cannotStart(reason: String)
    /// No certificate could be made.
    case cannotMakeCertificate(reason: String)
}
