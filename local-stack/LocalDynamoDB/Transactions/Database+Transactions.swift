import LocalServiceKit
import LocalStore

extension Database {
    /// How long a transaction is remembered by its token.
    private static let memory = Duration.seconds(600)

    /// Remembers a transaction by its token; answers false where the same one has happened already, throws where the token
    /// was another transaction's.
    func remember(
        token: String,
        digest: String,
        in location: Location
    ) throws(ServiceError) -> Bool {
        let place: [SQLValue] = [.text(location.account), .text(location.region), .text(token)]
        let row = try all(
            "SELECT digest FROM ddb_transaction WHERE account = ? AND region = ? AND token = ? AND expires_at > ?",
            parameters: place + [.timestamp(now)]
        ).first
        if let row {
            let known = try row.value(Row.text, of: "digest")
            guard known == digest else {
                throw ServiceError(
                    "IdempotentParameterMismatchException",
                    "The request uses the same client token as a previous, but non-identical request. "
                        + "Do not reuse a client token with different requests, unless the requests are identical"
                )
            }
            return false
        }
        try run(
            "INSERT OR REPLACE INTO ddb_transaction (account, region, token, digest, expires_at) VALUES (?, ?, ?, ?, ?)",
            place[0],
            place[1],
            place[2],
            .text(digest),
            .timestamp(now + Self.memory)
        )
        return true
    }

    /// Forgets the tokens of transactions that are long past.
    func forgetTransactions() throws(ServiceError) {
        try run("DELETE FROM ddb_transaction WHERE expires_at <= ?", .timestamp(now))
    }
}
