/// The keys that sign webhooks cannot be had: an operator can mend that.
struct UnreadableSecrets: Error {
    /// What is wrong, for the log; never a key.
    let detail: String
}
