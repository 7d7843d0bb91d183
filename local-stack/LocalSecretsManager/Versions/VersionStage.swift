/// The labels that Secrets Manager moves by itself.
enum VersionStage {
    /// The version that is read unless another one is asked for.
    static let current = "AWSCURRENT"
    /// The version that was the current one before.
    static let previous = "AWSPREVIOUS"
}
