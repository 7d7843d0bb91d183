import LocalServiceKit
import LocalStore

extension Database {
    /// The identity that signs the notifications of this store; it is made when it is first needed.
    func signingIdentity() throws(ServiceError) -> SigningIdentity {
        if let stored = try storedSigningIdentity() { return stored }
        let identity = try SigningIdentity.make()
        try run(
            "INSERT INTO sns_signing_key (id, key, certificate) VALUES (1, ?, ?)",
            .text(identity.keyPEM),
            .text(identity.certificatePEM)
        )
        return identity
    }

    /// The identity, if it was needed before.
    func storedSigningIdentity() throws(ServiceError) -> SigningIdentity? {
        try first(SigningIdentity.self, "SELECT key, certificate FROM sns_signing_key WHERE id = 1")
    }
}

extension SigningIdentity: RowReadable {
    init(_ row: Row) throws(StoreError) {
        self.init(keyPEM: try row.text("key"), certificatePEM: try row.text("certificate"))
    }
}

extension ServiceError {
    /// The local stack cannot sign notifications.
    static let cannotSign = ServiceError(
        "InternalErrorException",
        queryCode: "InternalError",
        "The local stack cannot sign the notification.",
        status: 500,
        fault: .receiver
    )
}
