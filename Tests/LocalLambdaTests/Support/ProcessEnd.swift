/// The end of a process, which may be still to come.
struct ProcessEnd: Sendable {
    let name: String
    let statuses: AsyncStream<Int32>

    /// Waits for it; the exit status, or the number of the signal.
    func status() async throws -> Int32 {
        try await Waiting.answer("end of \(name)") { done in
            Task { for await status in statuses { done(status) } }
        }
    }
}
