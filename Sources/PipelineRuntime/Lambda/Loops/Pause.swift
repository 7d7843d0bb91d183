import Glibc

/// Lets the calling thread rest.
enum Pause {
    /// Waits for `duration`, also when signals arrive meanwhile.
    static func wait(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        var rest = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        while true {
            let wanted = rest
            var unslept = timespec()
            guard withUnsafePointer(to: wanted, { nanosleep($0, &unslept) }) != 0, errno == EINTR else {
                return
            }
            rest = unslept
        }
    }
}
