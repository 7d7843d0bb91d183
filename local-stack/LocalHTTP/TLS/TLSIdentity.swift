/// A private key with its certificate chain, both as PEM text.
package struct TLSIdentity: Sendable {
    /// The private key.
    package let privateKeyPEM: String
    /// The certificate, followed by those that signed it.
    package let certificatePEM: String

    /// An identity of PEM texts; whether they are fit for use shows when a server starts with them.
    package init(privateKeyPEM: String, certificatePEM: String) {
        self.privateKeyPEM = privateKeyPEM
        self.certificatePEM = certificatePEM
    }
}
