import CIdentity
import LocalServiceKit

/// The key with which notifications are signed, and the certificate by which receivers verify them, as PEM texts.
struct SigningIdentity: Sendable, Hashable {
    let keyPEM: String
    let certificatePEM: String

    /// How long a certificate is valid; longer than anybody keeps a state.
    private static let lifetimeDays: Int32 = 3650

    /// An identity as it was stored.
    init(keyPEM: String, certificatePEM: String) {
        self.keyPEM = keyPEM
        self.certificatePEM = certificatePEM
    }

    /// A new identity; throws where libcrypto makes no key.
    static func make() throws(ServiceError) -> SigningIdentity {
        var made = cidentity_signer()
        guard cidentity_signer_make("sns.amazonaws.com", lifetimeDays, &made) == 1 else {
            throw .cannotSign
        }
        defer { cidentity_signer_free(&made) }
        return SigningIdentity(
            keyPEM: String(cString: made.key),
            certificatePEM: String(cString: made.certificate)
        )
    }

    /// The name of the certificate's file, which differs from certificate to certificate.
    var fileName: String {
        "SimpleNotificationService-\(Digest.md5.of(certificatePEM).hexadecimal).pem"
    }
}
