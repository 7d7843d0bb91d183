import Glibc

/// How many files and connections this process may have open.
enum OpenFileLimit {
    /// Raises the limit as far as the system allows: a thousand who watch are a thousand connections.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
