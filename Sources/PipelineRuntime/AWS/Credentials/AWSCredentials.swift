/// The keys that sign requests.
package struct AWSCredentials: Sendable, Hashable {
    /// The public part, which is sent.
    package let accessKeyID: String
    /// The secret part, which never leaves the process.
    package let secretAccessKey: String
    /// Goes with keys of limited life.
    package let sessionToken: String?
    /// When the keys cease to be valid; `nil` when they do not.
    package let expiration: WallTime?

    /// Makes a set of keys.
    package init(
        accessKeyID: String,
        secretAccessKey: String,
        sessionToken: String? = nil,
        expiration: WallTime? = nil
    ) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.expiration = expiration
    }
}

extension AWSCredentials: CustomStringConvertible {
    /// The access key id alone: a secret has no place in a log.
    package var description: String { "AWSCredentials(\(accessKeyID))" }
}
