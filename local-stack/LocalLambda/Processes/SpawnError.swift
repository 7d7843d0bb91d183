/// Why a process could not be started: the error number of the system.
struct SpawnError: Error, Hashable {
    /// As in `errno`.
    let code: Int32
}
