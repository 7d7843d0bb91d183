/// What keeps a job from being measured.
enum BenchError: Error {
    /// No such work, or a line of another shape.
    case unknown(String)
    /// A file that cannot be read or written.
    case file(String)
    /// A C library answered with a failure.
    case failed(String)
}
