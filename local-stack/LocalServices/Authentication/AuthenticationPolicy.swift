/// Which keys are known, and what becomes of requests that were not signed with one of them.
package struct AuthenticationPolicy: Sendable {
    /// Secrets by key id; signatures with these keys are verified.
    package var secrets: [String: String]
    /// Whether unsigned requests and signatures with unknown keys are refused.
    package var isStrict: Bool

    /// By default the key `test` with the secret `test`, and anybody else is let in.
    package init(secrets: [String: String] = ["test": "test"], isStrict: Bool = false) {
        self.secrets = secrets
        self.isStrict = isStrict
    }

    /// The secret of a key; nil where the signature is not to be verified.
    func secret(of accessKeyID: String) throws(SignatureProblem) -> String? {
        if let secret = secrets[accessKeyID] { return secret }
        guard !isStrict else { throw .unknownKey(accessKeyID) }
        return nil
    }
}
